import type { AdvantageRule } from '../advantage';
import type { OptimizerSpec } from '../optimizer';
import type { Draw } from './draw';
import type { Phase, PhasedRun } from './phase';
import type { Logging, Scenario } from './scenario';
import type { World } from './worlds';

/** What may be fixed in a scenario; everything else is drawn. */
export interface Fixed {
  readonly updates?: number;
  readonly optimizer?: OptimizerSpec;
  readonly groupSize?: number;
  readonly promptsPerStep?: number;
  readonly refreshInterval?: number;
  readonly asyncLag?: number;
  readonly klWeight?: number;
  readonly learningRate?: number;
  readonly rule?: AdvantageRule;
  readonly evalEvery?: number;
  readonly schedule?: (share: number) => number;
}

const RULES: readonly AdvantageRule[] = [
  { baseline: 'group-mean', normalisation: 'std-ddof1' },
  { baseline: 'leave-one-out', normalisation: 'none' },
];

/** Drift of a logit per unit of learning rate, halfway up a rise, with the group's std divided out and without. */
const PULL = { 'std-ddof1': 0.4, 'std-ddof0': 0.4, none: 0.18 } as const;

/** Log-odds that a rise from rare to usual has to travel. */
const TRAVEL = 4;

/**
 * A run of a world with drawn settings. `pace` is the share of the run that its rise takes: the learning rate follows
 * from it, the optimizer and the policy.
 */
export function settle(world: World, pace: number, draw: Draw, fixed: Fixed = {}): PhasedRun {
  const updates = fixed.updates ?? draw.whole(160, 480);
  const rule = fixed.rule ?? draw.pick(RULES);
  const optimizer = fixed.optimizer ?? drawOptimizer(world, draw);
  const schedule = fixed.schedule ?? (() => 1);
  const phase: Phase = {
    from: 0,
    prompts: world.prompts,
    answer: world.answer,
    learningRate: fixed.learningRate ?? learningRate(world, optimizer, rule, pace * updates),
    refreshInterval: fixed.refreshInterval ?? draw.pick([1, 1, 2, 4]),
    asyncLag: fixed.asyncLag ?? 0,
    klWeight: fixed.klWeight ?? draw.between(0.03, 0.2),
    groupSize: fixed.groupSize ?? draw.pick([4, 8, 8, 16]),
  };
  return {
    policy: world.policy,
    heldOut: world.heldOut,
    rule,
    optimizer,
    schedule: (update) => schedule(update / updates),
    promptsPerStep: fixed.promptsPerStep ?? draw.pick([16, 24, 32]),
    updates,
    evalEvery: fixed.evalEvery ?? draw.pick([5, 10, 10, 20]),
    maxLength: draw.chance(0.5) ? 400 : Infinity,
    seed: draw.random.bits(),
    phases: [phase],
  };
}

/** Adam where a network learns (momentum is hopeless there), else either. */
function drawOptimizer(world: World, draw: Draw): OptimizerSpec {
  const adam: OptimizerSpec = {
    kind: 'adam',
    beta1: 0.9,
    beta2: draw.pick([0.95, 0.99, 0.999]),
    epsilon: 1e-8,
  };
  if (world.kind === 'network') return adam;
  if (world.kind === 'separate') return { kind: 'momentum', beta: draw.pick([0, 0.5, 0.9]) };
  return draw.chance(0.5) ? adam : { kind: 'momentum', beta: draw.pick([0, 0.5, 0.9]) };
}

function learningRate(world: World, optimizer: OptimizerSpec, rule: AdvantageRule, steps: number): number {
  if (world.kind === 'network') return 1.2 / steps;
  if (optimizer.kind === 'adam') return (1.2 * TRAVEL) / steps;
  const visits = world.kind === 'separate' ? 1 / world.prompts.length : 1;
  return TRAVEL / (PULL[rule.normalisation] * visits * steps);
}

/** The same run with other settings from an update on. */
export function changedFrom(run: PhasedRun, from: number, change: Partial<Phase>): PhasedRun {
  const last = run.phases[run.phases.length - 1];
  return { ...run, phases: [...run.phases, { ...last, ...change, from }] };
}

/** Drawn ways of logging. `keep` are columns that the scenario is about; others may be missing. */
export function drawLogging(draw: Draw, run: PhasedRun, keep: readonly string[]): Logging {
  const optional = [
    'evalReward',
    'zeroStdFraction',
    'entropy',
    'kl',
    'gradNorm',
    'rewardStdGroup',
    'klOldPolicy',
    'meanLength',
  ];
  const missing = optional.filter((name) => !keep.includes(name) && draw.chance(0.2));
  const strides = run.updates >= 300 ? [1, 1, 1, 2, 5] : [1, 1, 1, 2];
  return {
    stride: draw.pick(strides),
    names: draw.pick(['trl', 'verl']),
    missing: new Set(missing),
    settingsKnown: draw.chance(0.5),
  };
}

/** Puts a scenario together. */
export function scenario(
  about: Pick<Scenario, 'family' | 'shape' | 'dose' | 'injectedAt'>,
  run: PhasedRun,
  draw: Draw,
  keep: readonly string[],
): Scenario {
  return { ...about, id: `${about.family}/${about.shape}`, run, logging: drawLogging(draw, run, keep) };
}
