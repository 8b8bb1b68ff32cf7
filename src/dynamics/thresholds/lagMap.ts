import { lagPolynomial, type LagSettings } from './lagPolynomial';
import { lagOnset } from './lagThreshold';
import { periodMap, type PeriodMap } from './periodMap';
import { polynomialRoots, type Root } from './polynomialRoots';

/**
 * What the refresh map does at stiffness k (1/step) with an async lag, read off its slowest eigenvalue: the roots of
 * (z−1)(z−b)z^{a+1} + kQ(z). Without a lag it is `periodMap`. Throws a RangeError for settings outside their range.
 */
export function lagMap(stiffness: number, settings: LagSettings): PeriodMap {
  if (settings.asyncLag === 0) return periodMap(stiffness, settings);
  if (!(stiffness >= 0)) throw new RangeError(`stiffness must be ≥ 0, not ${stiffness}`);
  const slowest = slowestRoot(characteristic(stiffness, settings));
  const spectralRadius = Math.hypot(slowest.re, slowest.im);
  const K = settings.refreshInterval;
  const decayTime = -K / Math.log(spectralRadius);
  if (stiffness <= lagOnset(settings))
    return { spectralRadius, approach: 'monotone', ringPeriod: null, decayTime };
  const alternating = slowest.im === 0 && slowest.re < 0;
  const ringPeriod = (2 * Math.PI * K) / Math.abs(Math.atan2(slowest.im, slowest.re));
  return { spectralRadius, approach: alternating ? 'alternating' : 'ringing', ringPeriod, decayTime };
}

/** Coefficients of P + kQ, ascending powers. */
function characteristic(stiffness: number, settings: LagSettings): number[] {
  const { wholeRefreshes, b, forcing } = lagPolynomial(settings);
  const coefficients = new Array<number>(wholeRefreshes + 4).fill(0);
  [b, -1 - b, 1].forEach((c, i) => (coefficients[wholeRefreshes + 1 + i] += c));
  forcing.forEach((c, i) => (coefficients[i] += stiffness * c));
  return coefficients;
}

function slowestRoot(coefficients: readonly number[]): Root {
  return polynomialRoots(coefficients).reduce((slowest, root) =>
    Math.hypot(root.re, root.im) > Math.hypot(slowest.re, slowest.im) ? root : slowest,
  );
}
