import { gradientStd, type BanditWorld } from '../../../src/bandit/banditForce';
import type { AdvantageRule } from '../../../src/bandit/advantage';
import { fixedPointAt } from '../../../src/bandit/fixedPoint';
import type { OptimizerSpec } from '../../../src/bandit/optimizer';
import { logit } from '../../../src/bandit/softmax';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { BANDIT_PLATEAU, LEAVE_ONE_OUT, REFERENCE, banditRun, plainWorld } from './banditRuns';

/** Pairs of sampled GRPO runs on the two-arm bandit that differ in G alone. */
export interface GroupSizeCell {
  readonly name: string;
  readonly optimizer: OptimizerSpec;
  readonly rule: AdvantageRule;
  /** How a log's configuration would tell the rule. */
  readonly config: Readonly<Record<string, string>>;
  readonly groupSizes: readonly [number, number];
  /** Expected reward at the start; the KL term pulls back to log-odds −2, whatever the start. */
  readonly start: number;
  /** Stiffness at the plateau with the first group size, 1/step. */
  readonly stiffness: number;
  readonly prompts: number;
  readonly rows: number;
}

const ADAM: OptimizerSpec = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
const SGD: OptimizerSpec = { kind: 'momentum', beta: 0 };
const MOMENTUM: OptimizerSpec = { kind: 'momentum', beta: 0.9 };
const STD_PLATEAU = 0.7;
const LOO = {
  rule: LEAVE_ONE_OUT,
  config: { advantageEstimator: 'rloo' },
} as const;
const STD = {
  rule: { baseline: 'group-mean', normalisation: 'std-ddof0' },
  config: { advantageStd: 'group' },
} as const;
const LONG = { prompts: 8, rows: 600, stiffness: 0.1, start: 0.12 } as const;

export const GROUP_SIZE_CELLS: readonly GroupSizeCell[] = [
  { name: 'SGD', optimizer: SGD, ...LOO, ...LONG, groupSizes: [4, 16] },
  { name: 'SGD', optimizer: SGD, ...LOO, ...LONG, groupSizes: [8, 32] },
  { name: 'SGD', optimizer: SGD, ...LOO, ...LONG, groupSizes: [8, 16] },
  { name: 'SGD, momentum .9', optimizer: MOMENTUM, ...LOO, ...LONG, groupSizes: [4, 16], stiffness: 0.02 },
  { name: 'SGD, group std', optimizer: SGD, ...STD, ...LONG, groupSizes: [4, 16], stiffness: 0.05 },
  {
    name: 'Adam, from .8',
    optimizer: ADAM,
    ...LOO,
    ...LONG,
    groupSizes: [4, 16],
    start: 0.8,
    stiffness: 0.03,
  },
  {
    name: 'Adam, from .8',
    optimizer: ADAM,
    ...LOO,
    ...LONG,
    groupSizes: [8, 32],
    start: 0.8,
    stiffness: 0.03,
  },
  { name: 'Adam, from .12', optimizer: ADAM, ...LOO, ...LONG, groupSizes: [4, 16], stiffness: 0.03 },
];

/**
 * The runs of one group size of a cell, fitted as logs with their configuration.
 *
 * @param cell the cell
 * @param which its first or second group size
 * @param runs how many
 * @param seed seed of the first
 */
export function groupSizeRuns(cell: GroupSizeCell, which: 0 | 1, runs: number, seed: number): FittedRun[] {
  const groupSize = cell.groupSizes[which];
  const world = worldOf(cell);
  const learningRate = rateOf(cell, world);
  const one = {
    ...{ world, learningRate, groupSize },
    ...{ optimizer: cell.optimizer, prompts: cell.prompts, start: cell.start, rows: cell.rows },
    stepUnit: 'unknown' as const,
    config: {
      ...cell.config,
      optimizer: cell.optimizer.kind === 'adam' ? 'adam' : 'sgd',
      ...{ groupSize, promptsPerBatch: cell.prompts, learningRate, klCoefficient: 1 },
    },
  };
  return Array.from({ length: runs }, (_, i) => banditRun(one, seed + i));
}

/** The KL weight that puts the plateau, in the limit of large groups, at .9, or at .7 with a std, whose drift has none above .8. */
function worldOf({ rule }: GroupSizeCell): BanditWorld {
  if (rule.normalisation === 'none') return plainWorld(rule);
  const spread = Math.sqrt(STD_PLATEAU * (1 - STD_PLATEAU));
  return { thetaRef: REFERENCE, klWeight: 1 / spread / (logit(STD_PLATEAU) - REFERENCE), rule };
}

function rateOf(cell: GroupSizeCell, world: BanditWorld): number {
  const [groupSize] = cell.groupSizes;
  const highest = cell.rule.normalisation === 'none' ? logit(BANDIT_PLATEAU) + 2 : logit(STD_PLATEAU + 0.05);
  const { theta, curvature } = fixedPointAt(world, groupSize, REFERENCE, highest);
  const unit = cell.optimizer.kind === 'adam' ? gradientStd(world, theta, groupSize, cell.prompts) : 1;
  return (cell.stiffness * unit) / curvature;
}
