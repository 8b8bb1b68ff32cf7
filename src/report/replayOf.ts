import { t } from '@vscode/l10n';
import { onPath } from '../dynamics/onPath';
import { meanOf, tenthOf } from '../dynamics/means';
import type { CurvePicture, PictureTrack } from './curvePicture';
import { noteFor } from './noteFor';
import type { Quantity, Report } from './report';
import { firstSentence } from './sentences';

/** What came, against what was forecast; reward units. */
export interface ReplayCheck {
  /** The step compared at: the forecast's horizon, or the last row where that is not reached yet. */
  readonly atStep: number;
  /** One row there as it was forecast, with its 95 % interval. */
  readonly predicted: Quantity;
  /** Mean of the last tenth of the rows up to there. */
  readonly cameOut: number;
  /** Forecast less what came, over the same rows: positive where it was too high. */
  readonly error: number;
  /** Rows since, and how many of them lie inside the 95 % band of single rows. */
  readonly rows: number;
  readonly inside: number;
}

/** What would have been said with the rows up to a step; plain data for the page. */
export interface Replay {
  readonly step: number;
  /** Rows there were. */
  readonly rows: number;
  readonly sentence: string;
  readonly isTooEarly: boolean;
  /** The curve of then within its rows; null where none was trusted. */
  readonly fit: PictureTrack | null;
  /** What was forecast, with the 95 % band of single rows; null where nothing could be. */
  readonly ahead: PictureTrack | null;
  readonly check: ReplayCheck | null;
  /** Why there is no check. */
  readonly why: string | null;
}

/** What a fit of the first rows gave. */
export interface Prefix {
  readonly report: Report;
  readonly picture: CurvePicture | null;
  readonly outlook: PictureTrack | null;
}

/** Steps and rewards as they came, ascending. */
interface Rows {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/**
 * Holds what would have been said at a step against what came.
 *
 * @param then the analysis of the rows up to that step
 * @param came all rows
 * @param step the step
 * @returns the replay; its check is null where nothing was forecast or nothing came since
 */
export function replayOf(then: Prefix, came: Rows, step: number): Replay {
  const { report, picture, outlook } = then;
  const check = outlook === null ? null : checkOf(outlook, came, step);
  return {
    step,
    rows: report.source.steps.count,
    sentence: firstSentence(report),
    isTooEarly: report.interpretation.state === 'too-early',
    fit: picture?.fit ?? null,
    ahead: outlook,
    check,
    why: check === null ? whyNot(report, outlook) : null,
  };
}

function whyNot({ notes }: Report, outlook: PictureTrack | null): string {
  if (outlook !== null) return t('no row has come since.');
  return noteFor(notes, 'forecast') ?? t('nothing was forecast.');
}

function checkOf(ahead: PictureTrack, { steps, values }: Rows, step: number): ReplayCheck | null {
  const horizon = ahead.steps[ahead.steps.length - 1];
  const since = Array.from(steps.keys()).filter(
    (i) => steps[i] > step && steps[i] <= horizon && Number.isFinite(values[i]),
  );
  if (since.length === 0) return null;
  const { low, high } = ahead.row ?? { low: [], high: [] };
  const at = (heights: readonly number[], where: number): number =>
    onPath({ t: ahead.steps, values: heights }, where);
  const atStep = steps[since[since.length - 1]];
  const last = since.slice(-tenthOf(since.length));
  const mean = (of: (row: number) => number): number => meanOf(Float64Array.from(last, of), 0, last.length);
  const cameOut = mean((row) => values[row]);
  const isInside = (row: number): boolean =>
    values[row] >= at(low, steps[row]) && values[row] <= at(high, steps[row]);
  return {
    atStep,
    predicted: {
      value: at(ahead.reward, atStep),
      interval: ahead.row === null ? null : [at(low, atStep), at(high, atStep)],
      unit: 'reward',
    },
    cameOut,
    error: mean((row) => at(ahead.reward, steps[row])) - cameOut,
    rows: since.length,
    inside: ahead.row === null ? 0 : since.filter(isInside).length,
  };
}
