import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepTicks } from './stepTicks';

describe('stepTicks', () => {
  it.each<[number, number, number, number[]]>([
    [-5, 425, 90, [0, 200, 400]],
    [-5, 425, 400, [0, 100, 200, 300, 400]],
    [-1, 12, 90, [0, 10]],
    [0.4, 2.6, 400, [1, 2]],
    [6, 7.5, 90, [6, 7]],
  ])('%d to %d on %d pixels', (low, high, width, ticks) => {
    expect(stepTicks([low, high], width)).toEqual(ticks);
  });

  it('are whole, inside, and at least two where there are two whole steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 60, max: 1400 }),
        (low, width, pixels) => {
          const ticks = stepTicks([low, low + width], pixels);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(11);
          for (const tick of ticks)
            expect(Number.isInteger(tick) && tick >= low && tick <= low + width).toBe(true);
        },
      ),
    );
  });
});
