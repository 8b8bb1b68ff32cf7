import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { seededNormal } from '../../test/syntheticLog';
import { findCollapse } from './collapse';

const N = 300;
const noisy = (of: (i: number) => number, sigma = 0.03) => {
  const normal = seededNormal(7);
  return handMadeRun(Array.from({ length: N }, (_, i) => of(i) + sigma * normal())).reward;
};
const rise = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 30);

describe('findCollapse', () => {
  it('finds the peak and the fall of a run that broke', () => {
    const found = findCollapse(noisy((i) => (i < 200 ? rise(i) : 0.15)));
    expect(found).toMatchObject({ isSudden: true, stillFalling: false });
    expect(found?.peak).toBeCloseTo(0.8, 1);
    expect(found?.now).toBeCloseTo(0.15, 1);
    expect(found?.peakStep).toBeLessThan(205);
  });

  it('knows a fall that goes on', () => {
    expect(findCollapse(noisy((i) => rise(i) - Math.max(0, (i - 240) * 0.012)))?.stillFalling).toBe(true);
  });

  it('tells slipping from breaking', () => {
    expect(findCollapse(noisy((i) => rise(i) - Math.max(0, (i - 100) * 0.003)))?.isSudden).toBe(false);
  });

  it.each([
    ['a healthy rise', rise],
    ['a dip that recovered', (i: number) => (i > 150 && i < 180 ? 0.3 : rise(i))],
    ['a small loss', (i: number) => rise(i) - (i > 250 ? 0.1 : 0)],
    ['a decline from the start', (i: number) => 0.8 - i * 0.002],
    ['noise', () => 0.5],
  ])('sees none in %s', (_, of) => {
    expect(findCollapse(noisy(of))).toBeNull();
  });

  it('takes a log of half a million rows', () => {
    const rewards = Float64Array.from({ length: 500_000 }, (_, i) => (i < 300_000 ? i / 300_000 : 0));
    expect(findCollapse(handMadeRun(rewards).reward)?.isSudden).toBe(true);
  });

  it('does not judge fewer than 30 rows, nor one row', () => {
    expect(findCollapse(handMadeRun([0.1, 0.9, 0.9, 0.1]).reward)).toBeNull();
    expect(findCollapse(handMadeRun([0.1]).reward)).toBeNull();
  });
});
