import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededNormal } from '../../test/syntheticLog';
import { changeRow } from './changeRow';

describe('the row from which a column has another level', () => {
  it('is that of a step, whatever the levels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 400 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (n, share, jump) => {
          const at = Math.max(12, Math.min(n - 12, Math.round(share * n)));
          const column = Float64Array.from({ length: n }, (_, i) => 2 + (i < at ? 0 : jump));
          expect(changeRow(column)).toBe(at);
          expect(changeRow(column.map((value) => -value))).toBe(at);
        },
      ),
    );
  });

  it('is not moved by a last row that dips back', () => {
    const normal = seededNormal(4);
    const column = Float64Array.from({ length: 300 }, (_, i) => (i < 120 ? 0.2 : 0.8) + 0.1 * normal());
    column[299] = 0.1;
    expect(Math.abs(changeRow(column) - 120)).toBeLessThanOrEqual(2);
  });

  it('is never one of the last rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 80 }),
        (rows) => {
          const row = changeRow(Float64Array.from(rows));
          expect(row).toBeGreaterThanOrEqual(3);
          expect(row).toBeLessThanOrEqual(rows.length - 3);
        },
      ),
    );
  });

  it.each([0, 1, 3, 5])('has nothing to say of %i rows', (n) => {
    expect(changeRow(new Float64Array(n).fill(1))).toBe(0);
  });
});
