import { range } from '../range';
import type { Curve } from './curve';
import { LOGISTIC_PROFILE } from './logistic';
import { fillLogisticShare } from './logisticShare';

/**
 * Hill (ScaleRL) saturation, a rival without mechanism: R₀ + (R* − R₀)/(1 + (cMid/t)^exponent), R₀ at t = 0.
 * It is a logistic function of ln t. Search coordinates: ln cMid, ln exponent.
 */
export const hill: Curve = {
  name: 'hill',
  shapes: 2,
  box: ({ span }) => ({
    lower: [Math.log(0.001 * span), Math.log(0.2)],
    upper: [Math.log(5 * span), Math.log(20)],
  }),
  fill({ logT }, shape, phi, slopes) {
    const logMid = shape[0];
    const exponent = Math.exp(shape[1]);
    for (let i = 0; i < phi.length; i++) phi[i] = exponent * (logT[i] - logMid);
    if (slopes === null) return fillLogisticShare(phi, null);
    const [byMid, byExponent] = slopes;
    const offset = fillLogisticShare(phi, byMid);
    for (let i = 0; i < phi.length; i++) {
      byMid[i] *= exponent;
      // At t = 0 the clock is −∞ and the weight 0: nothing changes there.
      byExponent[i] = byMid[i] === 0 ? 0 : -byMid[i] * (logT[i] - logMid);
    }
    return offset;
  },
  ownLimit: null,
  constants: ({ R0, plateau }, shape) => ({
    R0,
    plateau,
    cMid: Math.exp(shape[0]),
    exponent: Math.exp(shape[1]),
  }),
  shape: ({ cMid, exponent }) => [Math.log(cMid), Math.log(exponent)],
  derived: () => ({}),
  starts(window) {
    const { lower, upper } = hill.box(window);
    return [...range(lower[1], upper[1], 0.35)].map((logExponent) => {
      const exponent = Math.exp(logExponent);
      return {
        profile: LOGISTIC_PROFILE,
        clock: 'log',
        speed: exponent,
        shifts: range(-exponent * upper[0], -exponent * lower[0], 0.7),
        shape: (shift) => [-shift / exponent, logExponent],
      };
    });
  },
  nested: () => [],
};
