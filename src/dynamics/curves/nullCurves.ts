import type { Family } from './curve';

const NO_BOX = { lower: [], upper: [] };

/** No change at all: the rival that says there is nothing to fit. */
export const constantReward: Family = {
  shapes: 0,
  box: () => NO_BOX,
  fill(_times, _shape, phi) {
    phi.fill(0);
    return 0;
  },
};

/** A straight line, R₀ + slope · t, as a "remaining share" of −t: the rival that says there is only a trend. */
export const straightLine: Family = {
  shapes: 0,
  box: () => NO_BOX,
  fill({ t }, _shape, phi) {
    for (let i = 0; i < phi.length; i++) phi[i] = -t[i];
    return 1;
  },
};
