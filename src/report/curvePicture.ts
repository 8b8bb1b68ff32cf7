import type { Band, CurveTrack } from '../dynamics/curveTrack';
import type { CurveName, Fit, FitSet } from '../dynamics/fit';
import { modelBand } from '../dynamics/modelBand';
import type { Run } from '../run/run';
import { horizonOf } from './horizonOf';
import type { Outlook } from './lookAhead';
import type { Report } from './report';

/** Lower and upper ends at the picture's steps, reward units. */
export interface PictureBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A line with its bands on some steps. */
export interface PictureTrack {
  /** Logged steps, ascending. */
  readonly steps: readonly number[];
  readonly reward: readonly number[];
  /** 95 % of the mean. */
  readonly band: PictureBand | null;
  /** 95 % of one logged row. */
  readonly row: PictureBand | null;
}

/** What the panel's page draws of the curve that is read, on at most 200 steps; plain arrays. */
export interface CurvePicture {
  readonly curve: CurveName;
  /** The fitted curve, from the first step of its segment to the last. */
  readonly fit: PictureTrack;
  /** From the last step to the horizon; null where the segment is not the run's last. */
  readonly ahead: (PictureTrack & { readonly kind: 'fit' | 'forecast' }) | null;
}

const STEPS_WITHIN = 90;
const STEPS_EARLY = 40;
const STEPS_AHEAD = 60;

/**
 * The picture of the curve the constants come from, with its bands, to the horizon.
 *
 * @param run the run
 * @param fits everything fitted to its segment
 * @param report its Report
 * @param outlook what is to be expected of it
 * @returns null where no curve is trusted
 */
export function curvePicture(
  run: Run,
  fits: FitSet,
  report: Report,
  outlook: Outlook | null = null,
): CurvePicture | null {
  const { curve } = report.interpretation;
  const fit = curve === null ? null : fits.curves[curve];
  if (curve === null || fit === null) return null;
  const { first, last } = report.segment;
  const track = (steps: readonly number[]): PictureTrack => trackOf(fits, fit, first, steps);
  return { curve, fit: track(stepsWithin(first, last)), ahead: aheadOf(run, report, outlook, track) };
}

/**
 * A fitted curve with its bands over its whole segment.
 *
 * @param fits everything fitted to the segment
 * @param fit one of the curves
 * @param first the segment's first step
 * @param last its last step
 * @returns the track, dense where a fast rise would be
 */
export function segmentTrack(fits: FitSet, fit: Fit, first: number, last: number): PictureTrack {
  return trackOf(fits, fit, first, stepsWithin(first, last));
}

function trackOf(fits: FitSet, fit: Fit, first: number, steps: readonly number[]): PictureTrack {
  return pictureTrack(
    steps,
    modelBand(
      fits,
      fit,
      Float64Array.from(steps, (step) => step - first),
    ),
  );
}

/** The forecast where there is one; else, where the segment is the run's last, the curve carried on. */
function aheadOf(
  run: Run,
  report: Report,
  outlook: Outlook | null,
  track: (steps: readonly number[]) => PictureTrack,
): CurvePicture['ahead'] {
  const { last } = report.segment;
  if (report.forecast !== null && outlook !== null) return { kind: 'forecast', ...forecastTrack(outlook) };
  if (last < report.source.steps.last) return null;
  return { kind: 'fit', ...track(evenly(last, horizonOf(run).step, STEPS_AHEAD)) };
}

/**
 * What is expected beyond the last row, with the 95 % band of single rows.
 *
 * @param outlook what is to be expected of the run
 * @returns its track from just after the last row to the horizon
 */
export function forecastTrack({ steps, rows }: Outlook): PictureTrack {
  const row = {
    low: rows.map(({ interval95 }) => interval95[0]),
    high: rows.map(({ interval95 }) => interval95[1]),
  };
  return { steps, reward: rows.map(({ value }) => value), band: null, row };
}

function pictureTrack(steps: readonly number[], { value, band, row }: CurveTrack): PictureTrack {
  const plain = (ends: Band | null): PictureBand | null =>
    ends && { low: [...ends.low], high: [...ends.high] };
  return { steps, reward: [...value], band: plain(band), row: plain(row) };
}

/** Evenly over the segment, and densely at its start, where a fast rise would be lost between them. */
function stepsWithin(first: number, last: number): number[] {
  const early = Array.from(
    { length: STEPS_EARLY },
    (_, i) => first + (last - first) * ((i + 1) / (STEPS_EARLY + 1)) ** 3,
  );
  return [...new Set([...evenly(first, last, STEPS_WITHIN), ...early])].sort((a, b) => a - b);
}

function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}
