import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '../../run/run';
import { thinPoints } from './thinPoints';

function series(values: readonly number[]): Series {
  return {
    steps: Float64Array.from(values.keys()),
    values: Float64Array.from(values),
    lines: null,
    columns: null,
  };
}

describe('thinPoints', () => {
  it('keeps every row of a log that is short enough', () => {
    expect(thinPoints(series([3, 1, 2]), 3)).toEqual([0, 1, 2]);
    expect(thinPoints(series([]), 3)).toEqual([]);
  });

  it('keeps few enough rows, in order, with both ends and both extremes', () => {
    const rewards = fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 500 });
    fc.assert(
      fc.property(rewards, fc.integer({ min: 6, max: 100 }), (values, limit) => {
        const kept = thinPoints(series(values), limit);
        const shown = kept.map((row) => values[row]);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
        expect(Math.min(...shown)).toBe(Math.min(...values));
        expect(Math.max(...shown)).toBe(Math.max(...values));
      }),
    );
  });

  it('keeps a cloud a cloud: most of what is sent lies between the extremes', () => {
    const values = Array.from({ length: 300_000 }, (_, i) => Math.sin(i * i));
    const shown = thinPoints(series(values), 50_000).map((row) => Math.abs(values[row]));
    const inside = shown.filter((size) => size < 0.9).length / shown.length;
    const truth = values.filter((value) => Math.abs(value) < 0.9).length / values.length;
    expect(inside).toBeGreaterThan(0.75 * truth);
  });

  it('does not lose a single spike in a long log', () => {
    const values = Array.from({ length: 200_000 }, () => 0.5);
    values[123_456] = 9;
    expect(thinPoints(series(values), 50_000)).toContain(123_456);
  });
});
