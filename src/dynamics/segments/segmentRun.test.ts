import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../../test/handMadeRun';
import { seededNormal } from '../../../test/syntheticLog';
import { rowsOf, segmentRun } from './segmentRun';

const noisy = (of: (i: number) => number, n: number): Float64Array => {
  const normal = seededNormal(9);
  return Float64Array.from({ length: n }, (_, i) => of(i) + 0.01 * normal());
};
const steps = (first: number, stride: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => first + stride * i);

describe('segmentRun', () => {
  it.each([
    ['from step 0', 0, 1, true],
    ['from step 1', 1, 1, true],
    ['logged every 10, from 50', 50, 10, true],
    ['logged every 10, from 60', 60, 10, false],
    ['from step 400', 400, 1, false],
  ])('knows whether it sees the start: %s', (_name, first, stride, isKnown) => {
    const run = handMadeRun(
      noisy((i) => i / 100, 60),
      {},
      steps(first, stride, 60),
    );
    expect(segmentRun(run).startIsKnown).toBe(isKnown);
  });

  it.each([
    ['the last where it is long enough', 200, 1],
    ['the one before a change that is too recent', 113, 0],
  ])('fits %s', (_name, n, fitted) => {
    const segmentation = segmentRun(handMadeRun(noisy((i) => (i < 100 ? 0.2 : 0.6), n)));
    expect(segmentation.segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, n],
    ]);
    expect(segmentation).toMatchObject({ fitted, startIsKnown: fitted === 0 });
  });

  it('gives a segment its rows, with their lines', () => {
    const { reward } = handMadeRun([0.1, 0.2, 0.3, 0.4]);
    const rows = rowsOf(reward, { from: 1, to: 3, cut: null });
    expect([...rows.values]).toEqual([0.2, 0.3]);
    expect([...rows.steps]).toEqual([2, 3]);
    expect([...(rows.lines ?? [])]).toEqual([2, 3]);
    expect(rows.columns).toBeNull();
  });
});
