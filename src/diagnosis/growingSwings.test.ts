import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { autoregressiveNoise, seededNormal } from '../../test/syntheticLog';
import { noiseOf } from '../dynamics/movingNoise';
import type { Column } from './evidenceOf';
import { growingSwings } from './growingSwings';

const PERIOD = 40;

function column(values: Float64Array): Column {
  return { key: 'reward', values, steps: handMadeRun(values).reward.steps, noise: noiseOf(values) };
}

/** Calm, then swings of a constant or growing height from row 160 on. */
function ringing(n: number, height: (since: number) => number, seed: number): Column {
  const normal = seededNormal(seed);
  const swing = (i: number): number =>
    i < 160 ? 0 : height(i - 160) * Math.sin((2 * Math.PI * (i - 160)) / PERIOD);
  return column(Float64Array.from({ length: n }, (_, i) => 0.5 + swing(i) + 0.015 * normal()));
}

describe('growing swings', () => {
  it.each([1, 2, 3])('are found, from about their first on, seed %i', (seed) => {
    const found = growingSwings(
      ringing(260, (since) => Math.min(0.4, 0.06 * Math.exp(since / 50)), seed),
      null,
    );
    expect(found?.chance).toBeLessThanOrEqual(0.01);
    expect(found?.swings.start).toBeGreaterThan(160);
    expect(found?.swings.start).toBeLessThan(160 + PERIOD);
    expect(Math.abs((found?.swings.half ?? 0) - PERIOD / 2)).toBeLessThanOrEqual(2);
  });

  it('are not those that shrink', () => {
    expect(
      growingSwings(
        ringing(300, (since) => 0.4 * Math.exp(-since / 40), 1),
        null,
      ),
    ).toBeNull();
  });

  it.each([0, 0.5, 0.8, 0.9, 0.95].flatMap((rho) => [60, 200].map((n) => [rho, n] as const)))(
    'are hardly ever seen in noise with ρ = %s, %i rows',
    (rho, n) => {
      const alarms = Array.from({ length: 60 }, (_, seed) => {
        const [process, sampling] = [seededNormal(7 * seed + n), seededNormal(7 * seed + n + 1)];
        const noise = autoregressiveNoise(n, [rho], process);
        return growingSwings(column(noise.map((x) => 0.5 + 0.08 * x + 0.02 * sampling())), null);
      }).filter((found) => found !== null).length;
      expect(alarms).toBeLessThanOrEqual(1);
    },
  );
});
