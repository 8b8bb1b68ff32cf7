import { correctedRho } from '../dynamics/effectiveN';
import { meanOf, tenthOf } from '../dynamics/means';
import { autoregression } from '../dynamics/autoregression';

/**
 * Standard deviation of the row-to-row scatter, √(mean(Δy²)/2): what remains of the noise when the trend is
 * differenced away. Reward units; 0 for one row.
 */
export function scatterOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += (values[i] - values[i - 1]) ** 2;
  return values.length < 2 ? 0 : Math.sqrt(sum / (2 * (values.length - 1)));
}

/** Shares of the run that may be level, the longest first. */
const TAILS = [0.6, 0.5, 0.4, 0.3, 0.2];

/** A level tail's halves differ by less than this share of the whole rise, and the noise lets one see that. */
const LEVEL = 0.05;

/**
 * How many rows at the end of the run are level, whatever curve led there: the two halves of that tail have the same
 * mean to 5 % of the rise from the first to the last tenth, and the scatter is small enough to tell. Null where none
 * is, or where there was no rise.
 */
export function levelRows(values: Float64Array): number | null {
  const n = values.length;
  const tenth = tenthOf(n);
  const tolerance = LEVEL * Math.abs(meanOf(values, n - tenth, n) - meanOf(values, 0, tenth));
  for (const share of TAILS) {
    const half = Math.floor((share * n) / 2);
    const error = half < 2 ? Infinity : halvesError(values.subarray(n - 2 * half));
    const change = Math.abs(meanOf(values, n - half, n) - meanOf(values, n - 2 * half, n - half));
    if (half > 0 && error <= tolerance && change <= tolerance && tolerance > 0) return 2 * half;
  }
  return null;
}

/** Standard error of the difference between the halves' means under autocorrelated noise. */
function halvesError(values: Float64Array): number {
  const n = values.length;
  const { sigma, rho } = autoregression([], centred(values));
  const carried = Math.max(0, correctedRho(rho, n, 1));
  return sigma * Math.sqrt((4 / n) * ((1 + carried) / (1 - carried)));
}

function centred(values: Float64Array): Float64Array {
  const mean = meanOf(values, 0, values.length);
  return values.map((y) => y - mean);
}
