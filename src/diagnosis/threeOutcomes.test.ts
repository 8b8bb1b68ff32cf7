import { describe, expect, it } from 'vitest';
import { diagnosed } from '../../test/diagnosed';
import { seededNormal } from '../../test/syntheticLog';

const ROWS = 150;

describe('the reward while nine in ten groups are dead', () => {
  it.each<[string, (i: number) => number, number, string, RegExp]>([
    ['still', () => 0.5, 0.01, 'present', /the reward stands still at 0\.50/],
    ['rises for sure', (i) => 0.2 + (0.5 * i) / ROWS, 0.01, 'absent', /the reward still rises on the others/],
    [
      'may rise, in much noise',
      (i) => 0.3 + 0.15 * Math.max(0, (i - 100) / 50),
      0.15,
      'not-assessable',
      /cannot be told: the last third gained \d+ %, at most \d+ %/,
    ],
  ])('%s', async (_, level, noise, verdict, said) => {
    const normal = seededNormal(12);
    const clamped = (value: number): number => Math.max(0, Math.min(1, value));
    const { 'advantage-degeneracy': finding } = await diagnosed(ROWS, (i) => ({
      reward: clamped(level(i) + noise * normal()),
      frac_reward_zero_std: clamped((i < 20 ? 0.3 : 0.95) + 0.01 * normal()),
    }));
    expect([finding.verdict, finding.summary]).toEqual([verdict, expect.stringMatching(said) as string]);
  });
});

describe('the reward since a held-out score fell', () => {
  const heldOut = (i: number): number => (i < 70 ? 0.8 : 0.8 - 0.006 * (i - 70));

  it.each<[string, (i: number) => number, number, string, string, RegExp]>([
    ['gained', (i) => 0.3 + (0.5 * i) / ROWS, 0.02, 'present', 'absent', /^The reward went from/],
    ['gained nothing', (i) => 0.5 - (0.03 * i) / ROWS, 0.005, 'absent', 'present', /gained nothing by it \(/],
    ['cannot be told', (i) => 0.5 + (0.06 * i) / ROWS, 0.12, 'absent', 'present', /cannot be told \(/],
  ])('%s', async (outcome, level, noise, hacking, instability, said) => {
    const normal = seededNormal(21);
    const found = await diagnosed(ROWS, (i) => ({
      reward: level(i) + noise * normal(),
      eval_reward: heldOut(i) + 0.005 * normal(),
    }));
    const [hack, unstable] = [found['reward-hacking'], found['dynamical-instability']];
    expect([hack.verdict, unstable.verdict]).toEqual([hacking, instability]);
    expect(hack.summary).toMatch(said);
    if (outcome !== 'cannot be told') return;
    expect(unstable.severity).toBe('warning');
    expect([hack.confidence, unstable.confidence]).toEqual([0.6, 0.6]);
  });
});
