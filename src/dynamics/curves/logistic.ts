import { range } from '../range';
import { tabulate, type Profile } from '../startGrid';
import type { Curve } from './curve';
import { fillLogisticShare } from './logisticShare';

/** φ = 1/(1 + e^x), shared by the logistic curve (linear clock) and Hill's (logarithmic clock). */
export const LOGISTIC_PROFILE: Profile = tabulate((x) => 1 / (1 + Math.exp(x)), -16, 16, 0.05);

/**
 * Logistic sigmoid, a rival without mechanism: R₀ + (R* − R₀)/(1 + e^(−rate·(t − midpoint))).
 * Search coordinates: ln rate, midpoint (steps since the first).
 */
export const logistic: Curve = {
  name: 'logistic',
  shapes: 2,
  box: ({ span }) => ({
    lower: [Math.log(0.5 / span), -span],
    upper: [Math.log(300 / span), 1.5 * span],
  }),
  fill({ t }, shape, phi, slopes) {
    const rate = Math.exp(shape[0]);
    const midpoint = shape[1];
    for (let i = 0; i < phi.length; i++) phi[i] = rate * (t[i] - midpoint);
    if (slopes === null) return fillLogisticShare(phi, null);
    const [byRate, byMidpoint] = slopes;
    const offset = fillLogisticShare(phi, byMidpoint);
    for (let i = 0; i < phi.length; i++) {
      byMidpoint[i] *= rate;
      byRate[i] = -byMidpoint[i] * (t[i] - midpoint);
    }
    return offset;
  },
  ownLimit: null,
  constants: ({ R0, plateau }, shape) => ({ R0, plateau, rate: Math.exp(shape[0]), midpoint: shape[1] }),
  shape: ({ rate, midpoint }) => [Math.log(rate), midpoint],
  derived: () => ({}),
  starts(window) {
    const { lower, upper } = logistic.box(window);
    return [...range(lower[0], upper[0], 0.45)].map((logRate) => {
      const rate = Math.exp(logRate);
      // Beyond 8/rate outside the log only the tail of the curve is in view, whose form no longer changes.
      const from = Math.max(lower[1], -8 / rate);
      const to = Math.min(upper[1], window.span + 8 / rate);
      return {
        profile: LOGISTIC_PROFILE,
        clock: 'linear',
        speed: rate,
        shifts: range(-rate * to, -rate * from, 1),
        shape: (shift) => [logRate, -shift / rate],
      };
    });
  },
  nested: () => [],
};
