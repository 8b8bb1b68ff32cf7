import type { CurvePicture, PictureTrack } from '../curvePicture';
import { alongTrack } from '../alongTrack';
import { curveHeight } from '../residualCheck';
import type { Figure } from './figure';

const COLUMNS = [
  'run',
  'step',
  'line',
  'reward',
  'fit',
  'fit_low',
  'fit_high',
  'row_low',
  'row_high',
  'kind',
];

/**
 * All points of runs and their fit as a table (RFC 4180, decimal points): a row per logged step, then a row per step of
 * the forecast or the curve carried on. `fit` is the curve itself; the 95 % bands, of the curve (`fit_…`) and of one logged
 * row (`row_…`), are read off the picture's places, straight lines between them, to 8 digits; rewards stand as logged.
 * Empty where nothing can be said.
 *
 * @param figures one per run
 * @returns the table with its head, lines ending in CRLF
 */
export function renderCsv(figures: readonly Figure[]): string {
  const lines = [COLUMNS, ...figures.flatMap(rowsOf)].map((row) => row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

type Cell = string | number | null;

function rowsOf({ report, reward, picture }: Figure): Cell[][] {
  const run = report.source.run ?? report.source.path;
  const height = curveHeight(report, picture);
  const fitted = bandsAlong(picture?.fit ?? null);
  const logged = Array.from(reward.steps, (step, i): Cell[] => [
    run,
    step,
    reward.lines?.[i] ?? null,
    reward.values[i],
    rounded(height?.(step)),
    ...fitted(step),
    'logged',
  ]);
  return [...logged, ...aheadOf(run, picture)];
}

function aheadOf(run: string, picture: CurvePicture | null): Cell[][] {
  const ahead = picture?.ahead ?? null;
  if (ahead === null) return [];
  const bands = bandsAlong(ahead);
  return ahead.steps
    .slice(1)
    .map((step, i) => [run, step, null, null, rounded(ahead.reward[i + 1]), ...bands(step), ahead.kind]);
}

/** A computed height with the digits that are worth keeping: more than any curve is known to, fewer than 17. */
function rounded(height: number | null | undefined): number | null {
  return height === null || height === undefined ? null : Number(height.toPrecision(8));
}

/** The four ends of the bands at a step. */
function bandsAlong(track: PictureTrack | null): (step: number) => Cell[] {
  const ends = [track?.band?.low, track?.band?.high, track?.row?.low, track?.row?.high];
  return (step) =>
    ends.map((reward) =>
      track === null || reward === undefined ? null : rounded(alongTrack({ ...track, reward }, step)),
    );
}

/** Text of a log that a table would take for a formula is shown as text. */
function cell(value: Cell): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
