import { Random } from '../random';
import { concentration, CONCENTRATION_SHAPES } from './concentration';
import { degeneracy, DEGENERACY_SHAPES } from './degeneracy';
import { Draw } from './draw';
import { hacking, HACKING_SHAPES } from './hacking';
import { healthy, HEALTHY_SHAPES } from './healthy';
import { instability, INSTABILITY_SHAPES } from './instability';
import type { Scenario } from './scenario';

/** Two disjoint sets of seeds: constants were chosen on the first, what is published was scored on the second. */
export const SEEDS = { tuning: 1_000_000, scoring: 9_000_000 } as const;

/** Name of a set of seeds. */
export type SeedSet = keyof typeof SEEDS;

const FAILURES = [
  [DEGENERACY_SHAPES, degeneracy],
  [CONCENTRATION_SHAPES, concentration],
  [HACKING_SHAPES, hacking],
  [INSTABILITY_SHAPES, instability],
] as const;

/**
 * Scenarios of a set of seeds: `perShape` runs of each healthy shape, and as many of each failing one at doses spread
 * over 0 … 1. Each has a seed of its own, so that one more run changes no other.
 */
export function* catalogue(set: SeedSet, perShape: number): Generator<Scenario> {
  let shapes = 0;
  const drawAt = (i: number): Draw => new Draw(new Random(SEEDS[set] + 1000 * shapes + i));
  for (const shape of HEALTHY_SHAPES) {
    for (let i = 0; i < perShape; i++) yield healthy(shape, drawAt(i));
    shapes++;
  }
  for (const [names, make] of FAILURES)
    for (const shape of names) {
      for (let i = 0; i < perShape; i++) yield make(shape, (i + 0.5) / perShape, drawAt(i));
      shapes++;
    }
}
