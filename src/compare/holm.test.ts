import { expect, it } from 'vitest';
import { holm } from './holm';

// R: p.adjust(c(...), "holm")
it.each([
  [[], []],
  [[0.03], [0.03]],
  [
    [0.01, 0.04, 0.03],
    [0.03, 0.06, 0.06],
  ],
  [
    [0.5, 0.001, 0.6],
    [1, 0.003, 1],
  ],
])('%j becomes %j', (p, expected) => {
  holm(p).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
});
