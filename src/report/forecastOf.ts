import { t } from '@vscode/l10n';
import { formatStep, formatTo } from './formatNumber';
import { tenthOf } from '../dynamics/means';
import { isOutrun } from './isOutrun';
import type { Outlook } from './lookAhead';
import type { Reading } from './reading';
import type { Forecast } from './report';

/** A gain below this share of the rise is none to a person. */
const RISE_SHARE = 0.01;
/** Standard errors of the present level that a gain must exceed to be seen. */
const ERRORS = 2;

/**
 * The forecast of the Report: one row at the horizon with its 95 % interval, the mean of the last tenth there with its
 * 90 % interval, and whether going on is worth it by the rule of contract 2: the gain's 95 % interval against the larger
 * of 1 % of the rise and 2 standard errors of the mean of the last tenth of rows. Where the last rows go on beyond what
 * the curves say, no curve tells what is still to come, and the verdict is unknown; a fall that goes on remains a no.
 *
 * @param reading the run at a glance
 * @param outlook what is to be expected; null where nothing is
 * @returns null after a collapse too: no curve holds across one
 */
export function forecastOf(reading: Reading, outlook: Outlook | null): Forecast | null {
  if (outlook === null || reading.collapse !== null) return null;
  const row = outlook.rows[outlook.rows.length - 1];
  const [least, most] = outlook.gain.interval95;
  const matters = matteringGain(reading, outlook);
  const isWide = isUnbounded(row.interval95, reading);
  const byGain = most < matters ? 'no' : least > matters ? 'yes' : 'unknown';
  const isPastCurves = isOutrun(reading) && !(byGain === 'no' && reading.tail < 0);
  const worthContinuing = isPastCurves ? 'unknown' : byGain;
  return {
    atStep: outlook.horizon.step,
    reward: row.value,
    interval: row.interval95,
    meanInterval90: outlook.mean.interval90,
    worthContinuing,
    because: isPastCurves
      ? pastCurves(reading)
      : worthContinuing === 'unknown' && isWide
        ? t('the forecast does not bound the change by step {0}', formatStep(outlook.horizon.step))
        : because(worthContinuing, reading, outlook, matters),
    isUnbounded: isWide,
  };
}

function pastCurves({ tail }: Reading): string {
  return tail > 0
    ? t('the last rows still rise beyond what the curves say, so that no curve tells what is to come')
    : t('the last rows still fall beyond what the curves say, so that no curve tells what is to come');
}

/** Noise alone makes a row's interval about as wide as all rewards seen; from twice that on it excludes nothing. */
const WIDEST = 2;

function isUnbounded([low, high]: readonly [number, number], { whole }: Reading): boolean {
  const seen = whole.reward.values;
  const most = seen.reduce((top, reward) => Math.max(top, reward), -Infinity);
  const least = seen.reduce((bottom, reward) => Math.min(bottom, reward), Infinity);
  return high - low > WIDEST * (most - least);
}

function matteringGain({ start, now, run, fits }: Reading, { meanDeviation, rowDeviation }: Outlook): number {
  // A mean is known no worse than a single row, and no row is farther off than rows have been seen to be: the noise
  // model's own deviation has no bound where the noise may be a random walk.
  const ofMean = meanDeviation / Math.sqrt(tenthOf(run.reward.values.length));
  const error = Math.min(ofMean, rowDeviation, seenScatter(fits));
  return Math.max(RISE_SHARE * Math.abs(now - start), ERRORS * error);
}

/** Root mean square distance of the rows from the curve that comes closest, reward units. */
function seenScatter({ curves, constant, line, n }: Reading['fits']): number {
  const sums = [constant, line, ...Object.values(curves)].flatMap((fit) => (fit === null ? [] : [fit.sse]));
  return Math.sqrt(Math.min(...sums) / n);
}

function because(
  verdict: Forecast['worthContinuing'],
  { start, now, scatter }: Reading,
  { gain, horizon }: Outlook,
  matters: number,
): string {
  const [least, most] = gain.interval95;
  // Digits enough to tell the numbers of the sentence apart.
  const apart = Math.min(
    ...[most - least, Math.abs(most - matters), Math.abs(least - matters)].filter((gap) => gap > 0),
  );
  const resolution = Math.min(Math.max(Math.abs(now - start), scatter), 4 * apart);
  const shown = (value: number): string => formatTo(value, resolution);
  const when = formatStep(horizon.step);
  if (verdict === 'no')
    return most <= 0
      ? t('no gain is expected by step {0}', when)
      : t(
          'at most {0} more is expected by step {1} (95 %), less than {2}, the least that would show over the noise of the last rows',
          ...[shown(most), when, shown(matters)],
        );
  if (verdict === 'yes')
    return t(
      'at least {0} more is expected by step {1} (95 %), above {2}, the least that would show over the noise of the last rows',
      ...[shown(least), when, shown(matters)],
    );
  return t(
    'the change by step {0} may be anything from {1} to {2} (95 %), and less than {3} would not show over the noise of the last rows',
    ...[when, shown(least), shown(most), shown(matters)],
  );
}
