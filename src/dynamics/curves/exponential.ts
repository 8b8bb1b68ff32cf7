import { range } from '../range';
import { tabulate } from '../startGrid';
import type { Curve } from './curve';

/** φ on the clock x = ln(rate · t). */
export const SATURATION = tabulate((x) => Math.exp(-Math.exp(x)), -8, 4, 0.02);

/**
 * The overdamped limit, the empirical single-exponential saturation law: R* − (R* − R₀) e^(−t/τ) (theory.md §1).
 * Search coordinate: ln(1/τ).
 */
export const exponential: Curve = {
  name: 'exponential',
  shapes: 1,
  box: ({ span }) => ({ lower: [Math.log(0.02 / span)], upper: [Math.log(Math.max(1000 / span, 3))] }),
  fill({ t }, shape, phi, slopes) {
    const rate = Math.exp(shape[0]);
    for (let i = 0; i < phi.length; i++) phi[i] = Math.exp(-rate * t[i]);
    if (slopes !== null) for (let i = 0; i < phi.length; i++) slopes[0][i] = -rate * t[i] * phi[i];
    return 0;
  },
  ownLimit: null,
  constants: ({ R0, plateau }, shape) => ({ R0, plateau, tau: Math.exp(-shape[0]) }),
  shape: ({ tau }) => [-Math.log(tau)],
  derived([logRate]) {
    const tau = Math.exp(-logRate);
    return { timescale: tau, riseTime95: tau * Math.log(20), stiffness: 1 / tau };
  },
  starts(window) {
    const { lower, upper } = exponential.box(window);
    const shifts = range(lower[0], upper[0], 0.1);
    return [{ profile: SATURATION, clock: 'log', speed: 1, shifts, shape: (shift) => [shift] }];
  },
  nested: () => [],
};
