import { lagThreshold } from '../../dynamics/thresholds/lagThreshold';
import type { Draw } from './draw';
import type { PhasedRun } from './phase';
import type { Scenario } from './scenario';
import { changedFrom, scenario, settle } from './settings';
import { answer, networkWorld, sharedWorld, type World } from './worlds';

type Shape = (draw: Draw, dose: number) => { readonly run: PhasedRun; readonly injectedAt: number | null };

const NO_STD = { baseline: 'leave-one-out', normalisation: 'none' } as const;

interface Ringing {
  readonly beta: number;
  readonly K: number;
  readonly lag: number;
  readonly klWeight: number;
}

function drawRinging(draw: Draw): Ringing {
  return {
    beta: draw.pick([0.9, 0.95, 0.97]),
    K: draw.pick([2, 4, 8]),
    lag: draw.pick([0, 0, 1, 2]),
    klWeight: draw.between(0.6, 0.9),
  };
}

/** Learning rate that makes the stiffness λp(1−p)η a share of its threshold; the plateau of λ = 0.6 … 0.9 lies near 0.65. */
function rateAt(share: number, { beta, K, lag, klWeight }: Ringing): number {
  const threshold = lagThreshold({ beta, refreshInterval: K, asyncLag: lag }).stiffness;
  return (share * threshold) / (klWeight * 0.22);
}

const ringingRun = (draw: Draw, ringing: Ringing, share: number): PhasedRun =>
  settle(sharedWorld([draw.between(-1.4, -0.8), 0], 0.4, draw), 1, draw, {
    updates: draw.whole(240, 480),
    optimizer: { kind: 'momentum', beta: ringing.beta },
    refreshInterval: ringing.K,
    asyncLag: ringing.lag,
    klWeight: ringing.klWeight,
    learningRate: rateAt(share, ringing),
    rule: NO_STD,
    groupSize: 8,
    promptsPerStep: 64,
  });

/** A learning rate beyond the oscillation onset from the start; near the threshold the swings hardly die out. */
const ringingFromTheStart: Shape = (draw, dose) => ({
  run: ringingRun(draw, drawRinging(draw), 0.35 + 0.6 * dose),
  injectedAt: null,
});

/** Calm at first; then learning rate goes up beyond the threshold. */
const ringingAfterAChange: Shape = (draw, dose) => {
  const ringing = drawRinging(draw);
  const calm = ringingRun(draw, ringing, 0.05);
  const at = Math.round(draw.between(0.35, 0.55) * calm.updates);
  return { run: changedFrom(calm, at, { learningRate: rateAt(1.05 + 0.6 * dose, ringing) }), injectedAt: at };
};

/** A network with a verifier that errs: its gradient never dies, and a step too large is taken at random. */
function noisyNetwork(draw: Draw): World {
  const world = networkWorld(draw, draw.between(0.4, 0.7));
  const [hit, miss] = [answer(1, 1, 240, { chance: 0.9 }), answer(1, 0, 150, { chance: 0.1 })];
  return { ...world, answer: (prompt, arm) => (world.answer(prompt, arm).truth === 1 ? hit : miss) };
}

/** A network whose learning rate jumps: what it had learned goes. */
const collapseByRate: Shape = (draw, dose) => {
  const run = settle(noisyNetwork(draw), draw.between(0.15, 0.3), draw, {
    klWeight: draw.between(0.001, 0.01),
    groupSize: 8,
  });
  const at = Math.round(draw.between(0.35, 0.65) * run.updates);
  const learningRate = run.phases[0].learningRate * 60 * 5 ** dose;
  return { run: changedFrom(run, at, { learningRate }), injectedAt: at };
};

/** Rollouts grow old while the steps stay large. */
const collapseByStaleRollouts: Shape = (draw, dose) => {
  const run = settle(noisyNetwork(draw), draw.between(0.12, 0.2), draw, {
    klWeight: draw.between(0.001, 0.01),
    groupSize: 8,
    refreshInterval: 1,
  });
  const at = Math.round(draw.between(0.35, 0.6) * run.updates);
  const learningRate = run.phases[0].learningRate * (5 + 4 * dose);
  return {
    run: changedFrom(run, at, { refreshInterval: Math.round(12 + 28 * dose), learningRate }),
    injectedAt: at,
  };
};

/** A step so large that the logits leave what a double can hold in an exponential: NaN from there on. */
const notANumber: Shape = (draw) => {
  const run = settle(sharedWorld([draw.between(-1, 0), 0, -0.3], 0.5, draw), draw.between(0.2, 0.4), draw);
  const at = Math.round(draw.between(0.4, 0.7) * run.updates);
  return { run: changedFrom(run, at, { learningRate: 1e6, klWeight: 0.5 }), injectedAt: at };
};

const SHAPES: Readonly<Record<string, Shape>> = {
  'ringing-from-the-start': ringingFromTheStart,
  'ringing-after-a-change': ringingAfterAChange,
  'collapse-by-rate': collapseByRate,
  'collapse-by-stale-rollouts': collapseByStaleRollouts,
  'not-a-number': notANumber,
};

/** Names of the shapes. */
export const INSTABILITY_SHAPES: readonly string[] = Object.keys(SHAPES);

/** A run that its own optimizer throws off. */
export function instability(shape: string, dose: number, draw: Draw): Scenario {
  const { run, injectedAt } = SHAPES[shape](draw, dose);
  return scenario({ family: 'dynamical-instability', shape, dose, injectedAt }, run, draw, []);
}
