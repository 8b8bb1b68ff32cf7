import { fixedPointAt } from '../../../src/bandit/fixedPoint';
import { logit } from '../../../src/bandit/softmax';
import { carryOvers, type CarryOver } from '../../../src/compare/carryOver';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { stiffnessOrBound } from '../../../src/dynamics/absoluteStiffness';
import type { Estimate } from '../../../src/dynamics/estimate';
import { BANDIT_PLATEAU, LEAVE_ONE_OUT, REFERENCE, banditRun, plainWorld } from './banditRuns';
import { medianOf, pairsAcross } from './pairsAcross';

/** Pairs of sampled GRPO runs with SGD on the two-arm bandit that differ in their learning rate alone. */
export interface CarryOverCell {
  readonly beta: number;
  /** Expected reward at the start; it rises to .9. */
  readonly start: number;
  /** Groups a step: the more, the less noise. */
  readonly prompts: number;
  /** Stiffness at the plateau of the first and of the second run, 1/step. */
  readonly stiffness: readonly [number, number];
}

export const CARRY_OVER_CELLS: readonly CarryOverCell[] = [
  { beta: 0, start: 0.8, prompts: 8, stiffness: [0.02, 0.04] },
  { beta: 0.9, start: 0.8, prompts: 8, stiffness: [0.01, 0.02] },
  { beta: 0, start: 0.7, prompts: 8, stiffness: [0.02, 0.04] },
  { beta: 0, start: 0.8, prompts: 64, stiffness: [0.02, 0.04] },
];

/** How often the pairs of a cell tell whether κ carries over, and how often the interval of the ratio holds 1. */
export interface CarryOverCoverage {
  readonly pairs: number;
  readonly asked: number;
  readonly held: number;
  /** Runs whose Report gives a bound of k, and how many of those intervals hold the median k of all runs at that rate. */
  readonly told: number;
  readonly alone: number;
  /** Medians of k as the first run's κ predicts it, and as measured. */
  readonly predicted: number;
  readonly measured: number;
}

const ROWS = 400;
const GROUP_SIZE = 16;

/**
 * Compare runs at one learning rate with runs at another.
 *
 * @param cell the pairs
 * @param runs runs of each rate
 */
export function carryOverCoverage(cell: CarryOverCell, runs: number): CarryOverCoverage {
  const [slow, fast] = cell.stiffness.map((stiffness, which) =>
    Array.from({ length: runs }, (_, i) => runOf(cell, stiffness, 300_001 + 1000 * which + i)),
  );
  const pairs = pairsAcross(slow, fast, (a, b) => carryOvers([a, b])[0]);
  const told = pairs.filter((pair): pair is CarryOver => pair.verdict !== 'not-assessable');
  const singles = [slow, fast].map(singleRuns);
  return {
    pairs: pairs.length,
    told: singles[0].told + singles[1].told,
    alone: singles[0].held + singles[1].held,
    asked: told.length,
    held: told.filter(({ interval: [low, high] }) => (low ?? 0) <= 1 && 1 <= (high ?? Infinity)).length,
    predicted: medianOf(told.map(({ predicted }) => predicted)),
    measured: medianOf(told.map(({ measured }) => measured)),
  };
}

/** How often one run's own interval of k holds what most runs of its kind find. */
function singleRuns(runs: readonly FittedRun[]): { told: number; held: number } {
  const found = runs.flatMap(({ fits }) => stiffnessOrBound(fits).stiffness ?? []);
  const middle = medianOf(found.map(({ value }) => value));
  const holds = ({ interval }: Estimate): boolean =>
    (interval?.[0] ?? 0) <= middle && middle <= (interval?.[1] ?? Infinity);
  return { told: found.length, held: found.filter(holds).length };
}

function runOf({ beta, start, prompts }: CarryOverCell, stiffness: number, seed: number): FittedRun {
  const world = plainWorld(LEAVE_ONE_OUT);
  const { curvature } = fixedPointAt(world, GROUP_SIZE, REFERENCE, logit(BANDIT_PLATEAU) + 2);
  const learningRate = stiffness / curvature;
  return banditRun(
    {
      ...{ world, learningRate, start, prompts, groupSize: GROUP_SIZE, rows: ROWS },
      optimizer: { kind: 'momentum', beta },
      config: { optimizer: 'sgd', beta1: beta, learningRate, refreshInterval: 1, asyncLag: 0 },
      stepUnit: 'update',
    },
    seed,
  );
}
