import { goldenSection } from './goldenSection';
import type { Whitening } from './projectedProblem';
import type { Sample } from './sample';

/** Beyond this, noise cannot be told from a drift of the whole log. */
const RHO_MAX = 0.999;
const RHO_MIN = -0.95;

/** Sums over neighbouring residuals that lie the same number of strides apart. */
interface LagSums {
  /** Distance in median strides; 1 where steps are evenly spaced. */
  readonly lag: number;
  count: number;
  later: number;
  product: number;
  earlier: number;
}

/** First-order autocorrelation ρ (per median stride) and −2 ln likelihood, up to a constant, at its best value. */
export interface Autocorrelation {
  readonly rho: number;
  /** n ln(S/n) + Σ ln(1 − ρ^(2Δ)), S the whitened sum of squares. */
  readonly deviance: number;
}

/**
 * Exact Gaussian likelihood of stationary AR(1) residuals, maximised over ρ and the variance: noise with covariance
 * σ² ρ^|Δ|, Δ the distance in median strides, so gaps and uneven logging are handled (ρ ≥ 0 there: a negative ρ has
 * no fractional power). S(ρ) = r₁² + Σ (rᵢ − ρ^Δ rᵢ₋₁)²/(1 − ρ^(2Δ)).
 *
 * @param residuals residuals of a curve, one per point of the sample
 * @param sample the points
 * @returns the most likely ρ and the deviance there
 */
export function autocorrelation(residuals: Float64Array, sample: Sample): Autocorrelation {
  const groups = lagSums(residuals, sample);
  const first = residuals[0] * residuals[0];
  const low = sample.uniform ? RHO_MIN : 0;
  // On the atanh scale the likelihood is close to a parabola, so a golden section finds it in few, cheap steps.
  const z = goldenSection(
    (x) => deviance(Math.tanh(x), groups, first),
    Math.atanh(low),
    Math.atanh(RHO_MAX),
    1e-6,
  );
  const rho = Math.tanh(z);
  return { rho, deviance: deviance(rho, groups, first) };
}

/**
 * The linear map that makes AR(1) noise white with unchanged variance: vᵢ ← (vᵢ − ρ^Δ vᵢ₋₁)/√(1 − ρ^(2Δ)).
 *
 * @param rho autocorrelation per median stride
 * @param sample the points
 * @returns the map, applied in place
 */
export function whiteningFor(rho: number, sample: Sample): Whitening {
  if (sample.uniform) return evenWhitening(rho);
  const { t } = sample.times;
  const carry = new Float64Array(t.length);
  const stretch = new Float64Array(t.length);
  for (let i = 1; i < t.length; i++) {
    carry[i] = Math.pow(rho, (t[i] - t[i - 1]) / sample.window.stride);
    stretch[i] = 1 / Math.sqrt(1 - carry[i] * carry[i]);
  }
  return (v) => {
    for (let i = v.length - 1; i > 0; i--) v[i] = (v[i] - carry[i] * v[i - 1]) * stretch[i];
  };
}

function evenWhitening(rho: number): Whitening {
  const stretch = 1 / Math.sqrt(1 - rho * rho);
  return (v) => {
    for (let i = v.length - 1; i > 0; i--) v[i] = (v[i] - rho * v[i - 1]) * stretch;
  };
}

function lagSums(r: Float64Array, sample: Sample): LagSums[] {
  const { t } = sample.times;
  const groups = new Map<number, LagSums>();
  let group: LagSums = { lag: 1, count: 0, later: 0, product: 0, earlier: 0 };
  groups.set(1, group);
  for (let i = 1; i < r.length; i++) {
    const lag = sample.uniform ? 1 : (t[i] - t[i - 1]) / sample.window.stride;
    if (lag !== group.lag) {
      group = groups.get(lag) ?? { lag, count: 0, later: 0, product: 0, earlier: 0 };
      groups.set(lag, group);
    }
    group.count++;
    group.later += r[i] * r[i];
    group.product += r[i] * r[i - 1];
    group.earlier += r[i - 1] * r[i - 1];
  }
  return [...groups.values()];
}

function deviance(rho: number, groups: readonly LagSums[], first: number): number {
  let squares = first;
  let logs = 0;
  let n = 1;
  for (const { lag, count, later, product, earlier } of groups) {
    const carry = lag === 1 ? rho : Math.pow(rho, lag);
    const left = 1 - carry * carry;
    squares += Math.max(0, later - 2 * carry * product + carry * carry * earlier) / left;
    logs += count * Math.log(left);
    n += count;
  }
  return n * Math.log(Math.max(squares, Number.MIN_VALUE) / n) + logs;
}
