import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sparkline } from './sparkline';

describe('sparkline', () => {
  it.each<[string, number[], number, string]>([
    ['rises', [0, 1, 2, 3, 4, 5, 6, 7], 8, '▁▂▃▄▅▆▇█'],
    ['falls', [3, 3, 0, 0], 2, '█▁'],
    ['is level', [2, 2, 2, 2], 4, '▄▄▄▄'],
    ['is too short', [1, 2], 3, ''],
    ['takes means', [0, 2, 4, 6], 2, '▁█'],
  ])('%s', (_what, values, width, expected) => {
    expect(sparkline(Float64Array.from(values), width)).toBe(expected);
  });

  it('is as wide as asked, whatever the finite values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8 });
    fc.assert(
      fc.property(values, (rows) => {
        expect(sparkline(Float64Array.from(rows), 8)).toMatch(/^[▁▂▃▄▅▆▇█]{8}$/);
      }),
    );
  });
});
