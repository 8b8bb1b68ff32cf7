import type { NoiseModel } from '../noise/noiseModel';
import type { Target } from './target';

/** What a noise model says of a stretch of rows to come, given the last two values x of its autoregression. */
export interface NoiseOutlook {
  /** The expected mean is last · x_n + before · x_{n−1}: the part of the present deviation that carries over. */
  readonly last: number;
  readonly before: number;
  /** Variance of the mean about that, for unit innovations. */
  readonly variance: number;
}

/** Rows ahead from which everything stationary noise remembers is gone or, at the longest memory, changes no more. */
const FARTHEST = 200_000;

/**
 * Forecast of ARMA(2,1) noise v_t = x_t − θ x_{t−1}, x_t = φ₁x_{t−1} + φ₂x_{t−2} + ε_t: its best linear predictor.
 *
 * @param model the noise
 * @param targets stretches of rows to come
 * @returns one outlook per target
 */
export function noiseOutlooks(model: NoiseModel, targets: readonly Target[]): NoiseOutlook[] {
  const rows = Math.min(FARTHEST, Math.max(...targets.map((target) => target.rows[1])));
  const reply = running(response(model, rows, 0, 1));
  const last = running(carried(model, rows, 1, 0));
  const before = running(carried(model, rows, 0, 1));
  return targets.map((target) => {
    const to = Math.min(FARTHEST, target.rows[1]);
    const from = Math.min(to, target.rows[0]);
    const count = to - from + 1;
    const mean = (sums: Float64Array): number => (sums[to] - sums[from - 1]) / count;
    let variance = 0;
    for (let k = 1; k <= to; k++) {
      const share = (reply[to - k + 1] - reply[Math.max(from, k) - k]) / count;
      variance += share * share;
    }
    return { last: mean(last), before: mean(before), variance };
  });
}

/** v at rows 0, 1, … after a unit innovation at row 0. */
function response(model: NoiseModel, rows: number, x1: number, x0: number): Float64Array {
  return sequence(model, rows, x1, x0);
}

/** v at rows 1, 2, … with no further innovations, from x_n and x_{n−1}. */
function carried(model: NoiseModel, rows: number, last: number, before: number): Float64Array {
  const [first, second] = coefficients(model);
  return sequence(model, rows, last, first * last + second * before);
}

/** v_j = x_j − θ x_{j−1} from x_{−1} and x_0 on. */
function sequence(model: NoiseModel, rows: number, xBefore: number, xFirst: number): Float64Array {
  const [first, second] = coefficients(model);
  const v = new Float64Array(rows);
  let [before, x] = [xBefore, xFirst];
  for (let j = 0; j < rows; j++) {
    v[j] = x - model.theta * before;
    [before, x] = [x, first * x + second * before];
  }
  return v;
}

function coefficients({ partial: [first, second] }: NoiseModel): readonly [number, number] {
  return [first * (1 - second), second];
}

function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => (sums[i + 1] = sums[i] + value));
  return sums;
}
