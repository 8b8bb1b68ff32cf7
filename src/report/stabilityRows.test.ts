import { describe, expect, it } from 'vitest';
import type { Report, Stability } from './report';
import { stabilityRows } from './stabilityRows';

const STABILITY: Stability = {
  threshold: 0.73061,
  oscillationOnset: 0.0161,
  largestSafeRefreshInterval: 85,
  margin: 36.5,
  marginInterval: [35, 38],
};

const BOUND = { constants: { stiffness: 0.02 }, intervals: { stiffness: [0.019, 0.021] } };

function rows(report: Partial<Record<'stability' | 'bound' | 'config', unknown>>): string[] {
  const { stability = STABILITY, bound = BOUND, config = {} } = report;
  return stabilityRows({ stability, fits: { bound }, config } as unknown as Report).map(
    ({ label, value }) => `${label}: ${value}`,
  );
}

const given = (...names: string[]): object =>
  Object.fromEntries(names.map((name) => [name, { value: name === 'optimizer' ? 'sgd' : 2, from: 'flag' }]));

describe('stabilityRows', () => {
  it('gives k and margin with their intervals, the safe refresh interval and both thresholds', () => {
    expect(rows({ config: given('optimizer') })).toEqual([
      'stiffness k: 0.0200 ± 0.0010 per optimizer step',
      'margin: 36.5 ± 1.5 times k',
      'safe refresh: up to every 85 optimizer steps',
      'unstable above: k = 0.731 per optimizer step',
      'rings above: k = 0.0161 per optimizer step',
    ]);
  });

  it('calls k effective with Adam', () => expect(rows({})[0]).toMatch(/^effective k: /));

  it.each([
    [2 ** 20, '≥ 1,048,576 optimizer steps'],
    [null, 'no interval is stable at this k'],
  ])('a largest safe interval of %s: %s', (largest, words) =>
    expect(rows({ stability: { ...STABILITY, largestSafeRefreshInterval: largest } })).toContain(
      `safe refresh: ${words}`,
    ),
  );

  it.each([
    [BOUND, 'effective k: not identifiable'],
    [null, 'effective k: not known'],
  ])('keeps the thresholds where k is not claimed', (bound, words) => {
    const found = rows({ bound, stability: { ...STABILITY, margin: null, marginInterval: null } });
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(words);
  });

  it.each([
    [given(), 'not known: give --beta1 and --refresh-interval'],
    [given('beta1'), 'not known: give --refresh-interval'],
    [given('beta1', 'refreshInterval'), 'not known: momentum or refresh interval is outside its range'],
  ])('says once what to give', (config, words) =>
    expect(rows({ stability: null, config })).toEqual([`stability: ${words}`]),
  );
});
