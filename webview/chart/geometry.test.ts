import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandGeometry } from './bandGeometry';
import { placeLabels } from './labelRows';

describe('bandGeometry', () => {
  it.each([
    ['inside', 0.7, [0.6, 0.8], { line: 0.7, beyond: null, band: [0.6, 0.8], edges: [true, true] }],
    ['no interval', 0.7, null, { line: 0.7, beyond: null, band: null, edges: [false, false] }],
    ['open on both sides', 0.7, [null, null], { line: 0.7, beyond: null, band: null, edges: [false, false] }],
    ['open above', 0.7, [0.6, null], { line: 0.7, beyond: null, band: [0.6, 1], edges: [true, false] }],
    ['out of view', 3, [2, 4], { line: 1, beyond: 'above', band: null, edges: [false, false] }],
    ['reaching into view', 3, [0.5, 9], { line: 1, beyond: 'above', band: [0.5, 1], edges: [true, false] }],
    ['below', -3, null, { line: 0, beyond: 'below', band: null, edges: [false, false] }],
  ] as const)('%s', (_, value, interval, expected) => {
    expect(bandGeometry({ value, interval, label: '' }, [0, 1])).toEqual(expected);
  });
});

describe('placeLabels', () => {
  it('centres a label, and keeps it inside', () => {
    expect(placeLabels([{ x: 50, width: 20 }], 0, 100)).toEqual([{ left: 40, row: 0 }]);
    expect(placeLabels([{ x: 2, width: 20 }], 0, 100)).toEqual([{ left: 0, row: 0 }]);
    expect(placeLabels([{ x: 99, width: 20 }], 0, 100)).toEqual([{ left: 80, row: 0 }]);
  });

  it('never lets two labels touch', () => {
    const label = fc.record({ x: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 10, max: 90 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
        const sorted = labels.toSorted((a, b) => a.x - b.x);
        const placed = placeLabels(sorted, 0, 300).map((p, i) => ({ ...p, end: p.left + sorted[i].width }));
        for (const [i, a] of placed.entries())
          for (const b of placed.slice(i + 1))
            expect(a.row !== b.row || a.end < b.left || b.end < a.left).toBe(true);
      }),
    );
  });
});
