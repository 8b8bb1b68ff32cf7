import { fixedPointAt } from '../../../src/bandit/fixedPoint';
import type { BanditWorld } from '../../../src/bandit/banditForce';
import { simulateBandit } from '../../../src/bandit/simulateBandit';
import { logit } from '../../../src/bandit/softmax';
import { carryOvers, type CarryOver } from '../../../src/compare/carryOver';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { dynamicsSettings } from '../../../src/dynamics/dynamicsSettings';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { assessRegime } from '../../../src/dynamics/regime';
import { oneSegment } from '../../../src/dynamics/segments/segmentRun';
import { handMadeRun } from '../../handMadeRun';

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
  /** Medians of k as the first run's κ predicts it, and as measured. */
  readonly predicted: number;
  readonly measured: number;
}

const PARTNERS = 10;
const ROWS = 400;
const PLATEAU = 0.9;
const REFERENCE = -2;
const WORLD: BanditWorld = {
  thetaRef: REFERENCE,
  klWeight: 1 / (logit(PLATEAU) - REFERENCE),
  rule: { baseline: 'leave-one-out', normalisation: 'none' },
};

/**
 * Compare runs at one learning rate with runs at another.
 *
 * @param cell the pairs
 * @param runs runs of each rate
 */
export function carryOverCoverage(cell: CarryOverCell, runs: number): CarryOverCoverage {
  const pools = cell.stiffness.map((stiffness, which) =>
    Array.from({ length: runs }, (_, i) => runOf(cell, stiffness, 300_001 + 1000 * which + i)),
  );
  const pairs = pools[0].flatMap((a, i) =>
    Array.from({ length: Math.min(PARTNERS, runs) }, (_, j) => carryOvers([a, pools[1][(i + j) % runs]])[0]),
  );
  const told = pairs.filter((pair): pair is CarryOver => pair.verdict !== 'not-assessable');
  const middle = (values: number[]): number => values.sort((a, b) => a - b).at(values.length >> 1) ?? NaN;
  return {
    pairs: pairs.length,
    asked: told.length,
    held: told.filter(({ interval: [low, high] }) => (low ?? 0) <= 1 && 1 <= (high ?? Infinity)).length,
    predicted: middle(told.map(({ predicted }) => predicted)),
    measured: middle(told.map(({ measured }) => measured)),
  };
}

function runOf({ beta, start, prompts }: CarryOverCell, stiffness: number, seed: number): FittedRun {
  const { curvature } = fixedPointAt(WORLD, 16, REFERENCE, logit(PLATEAU) + 2);
  const learningRate = stiffness / curvature;
  const { reward } = simulateBandit({
    world: WORLD,
    theta0: logit(start),
    learningRate,
    optimizer: { kind: 'momentum', beta },
    refreshInterval: 1,
    asyncLag: 0,
    groupSize: 16,
    promptsPerStep: prompts,
    steps: ROWS,
    seed,
  });
  const facts = { optimizer: 'sgd', beta1: beta, learningRate, refreshInterval: 1, asyncLag: 0 };
  const config = new Map(
    Object.entries(facts).map(([name, value]) => [name, { value, from: 'simulation' }] as const),
  );
  const t = Float64Array.from(reward.keys());
  const run = handMadeRun(reward, { config, stepUnit: { value: 'update', from: 'simulation' } }, t);
  const fits = fitCurves(t, reward, { settings: dynamicsSettings(run) });
  return { run, segmentation: oneSegment(run), fits, assessment: assessRegime(fits, t, reward) };
}
