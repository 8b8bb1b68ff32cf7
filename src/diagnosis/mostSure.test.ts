import { describe, expect, it } from 'vitest';
import { diagnosed } from '../../test/diagnosed';
import { seededNormal } from '../../test/syntheticLog';

const risen = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 30);

describe('no surer than what was calibrated', () => {
  it.each<[string, object, number, number]>([
    ['the reward alone', {}, 0, 0.9],
    ['a gradient norm that varies', { grad_norm: 1 }, 0.95, 1],
    ['a gradient norm that is constant', { grad_norm: 0 }, 0, 0.9],
  ])('no instability in a log with %s', async (_, columns, least, most) => {
    const normal = seededNormal(3);
    const { 'dynamical-instability': finding } = await diagnosed(120, (i) => ({
      reward: risen(i) + 0.02 * normal(),
      ...Object.fromEntries(
        Object.entries(columns).map(([key, size]) => [key, 0.4 + 0.02 * Number(size) * normal()]),
      ),
    }));
    expect(finding.verdict).toBe('absent');
    expect(finding.confidence).toBeGreaterThanOrEqual(least);
    expect(finding.confidence).toBeLessThanOrEqual(most);
  });

  it('an entropy that drifts into noise, which no simulated run has', async () => {
    const normal = seededNormal(4);
    const { 'dynamical-instability': finding } = await diagnosed(120, (i) => ({
      reward: 0.3 + 0.03 * normal(),
      entropy: 0.3 * Math.exp(i / 60) * (1 + 0.02 * normal()),
    }));
    expect(finding).toMatchObject({ verdict: 'present', confidence: 0.6 });
    expect(finding.summary).toMatch(/not calibrated/);
  });
});

describe('a held-out score that did not fall beyond its noise', () => {
  it.each<[string, (i: number, noise: () => number) => number, RegExp]>([
    [
      'falls within it',
      (i, noise) => 0.8 - 0.0005 * i + 0.06 * noise(),
      /fell by .* within its noise of ± 0\.\d+/,
    ],
    ['rises', (i, noise) => risen(i) + 0.01 * noise(), /did not fall from its own peak/],
  ])('%s', async (_, score, said) => {
    const normal = seededNormal(8);
    const { 'reward-hacking': finding } = await diagnosed(120, (i) => ({
      reward: risen(i) + 0.02 * normal(),
      eval_reward: score(i, normal),
    }));
    expect(finding.verdict).toBe('absent');
    expect(finding.summary).toMatch(said);
  });

  it('is no evidence where it is constant', async () => {
    const normal = seededNormal(8);
    const { 'reward-hacking': finding } = await diagnosed(120, (i) => ({
      reward: risen(i) + 0.02 * normal(),
      eval_reward: 0.5,
    }));
    expect(finding.verdict).toBe('not-assessable');
    expect(finding.summary).toMatch(/constant throughout/);
  });
});
