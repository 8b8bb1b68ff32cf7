import { carryOvers } from '../../../src/compare/carryOver';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { seededNormal } from '../../syntheticLog';
import { fittedFrom } from './simulatedRun';

const ROWS = 300;
const NOISE = 0.04;
const STIFFNESS = 0.02;
const WARMUP = 30;

/** Pairs under one schedule. */
export interface ScheduledCell {
  readonly name: string;
  /** The learning rate at a row as a share of its peak. */
  readonly share: (row: number) => number;
  /** Variance of the policy's jitter at the peak rate, as a share of that of the sampling noise. */
  readonly jitter: number;
}

const falling = (from: number) => (row: number) =>
  (1 + Math.cos((Math.PI * (row - from)) / (ROWS - from))) / 2;

export const SCHEDULED_CELLS: readonly ScheduledCell[] = [
  { name: 'constant', share: () => 1, jitter: 0.1 },
  { name: 'cosine to 0', share: falling(0), jitter: 0.1 },
  { name: 'cosine to 0', share: falling(0), jitter: 0.5 },
  {
    name: `warmup of ${WARMUP} rows, cosine to 0`,
    share: (row) => (row < WARMUP ? row / WARMUP : falling(WARMUP)(row)),
    jitter: 0.5,
  },
];

/** How many pairs tell whether κ carries over, and in how many the interval of the ratio holds 1. */
export interface ScheduledCoverage {
  readonly asked: number;
  readonly held: number;
}

/**
 * Pairs of simulated runs of SGD under one schedule, the second at twice the peak rate of the first.
 *
 * @param cell the schedule and the jitter
 * @param pairs how many
 */
export function scheduledCarryOver(cell: ScheduledCell, pairs: number): ScheduledCoverage {
  const told = Array.from({ length: pairs }, (_, i) =>
    carryOvers([runOf(cell, 1, 50_000 + i), runOf(cell, 2, 90_000 + i)]),
  ).flatMap(([one]) => ('because' in one ? [] : [one.interval]));
  const held = told.filter(([low, high]) => (low ?? 0) <= 1 && 1 <= (high ?? Infinity));
  return { asked: told.length, held: held.length };
}

/** A step of share s takes the gap by ks towards 0 and adds jitter of variance ∝ s². */
function runOf({ share, jitter }: ScheduledCell, rate: number, seed: number): FittedRun {
  const normal = seededNormal(seed);
  const k = STIFFNESS * rate;
  const kick = NOISE * Math.sqrt(jitter * (1 - (1 - k) ** 2));
  let gap = -0.3;
  const y = new Float64Array(ROWS).map((_, row) => {
    const reward = 0.6 + gap + NOISE * normal();
    gap = (1 - k * share(row)) * gap + kick * share(row) * normal();
    return reward;
  });
  const steps = Float64Array.from(y.keys());
  const facts = { optimizer: 'sgd', beta1: 0, refreshInterval: 1, learningRate: rate };
  const config = new Map(
    Object.entries(facts).map(([name, value]) => [name, { value, from: 'simulated' }] as const),
  );
  const column = { steps, values: steps.map((row) => rate * share(row)), lines: null, columns: null };
  const series = new Map([['learningRate', column] as const]);
  return fittedFrom(steps, y, { config, series, stepUnit: { value: 'update', from: 'simulated' } });
}
