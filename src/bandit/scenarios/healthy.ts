import { oscillationOnset } from '../../dynamics/thresholds/oscillationOnset';
import type { Draw } from './draw';
import type { Scenario } from './scenario';
import { changedFrom, scenario, settle, type Fixed } from './settings';
import {
  answer,
  networkWorld,
  range,
  separateWorld,
  sharedWorld,
  logitsAround,
  verified,
  type World,
} from './worlds';
import type { PhasedRun } from './phase';
import { sharedPolicy } from './policy';

type Shape = (draw: Draw) => { readonly run: PhasedRun; readonly injectedAt?: number };

const usual = (draw: Draw): World =>
  sharedWorld([draw.between(-2.2, 0.2), 0, -0.3], draw.between(0.4, 1), draw);

const plain =
  (pace: readonly [number, number], fixed: (draw: Draw) => Fixed = () => ({})): Shape =>
  (draw) => ({ run: settle(usual(draw), draw.between(...pace), draw, fixed(draw)) });

/** Half as hard prompts again, harder or easier, from an update on; `until` brings the first ones back. */
function otherPrompts(draw: Draw, shift: number, from: number, until: number | null): Shape {
  return () => {
    const base = draw.between(-0.8, 0.2);
    const spread = draw.between(0.4, 0.8);
    const count = 128;
    const all = [
      ...logitsAround(count + 120, [base, 0, -0.3], spread, draw.random),
      ...logitsAround(count, [base + shift, 0, -0.3], spread, draw.random),
    ];
    const world = {
      ...sharedWorld([base, 0, -0.3], spread, draw),
      policy: sharedPolicy(all),
      prompts: range(0, count),
      heldOut: range(count, count + 120),
    };
    const run = settle(world, draw.between(0.15, 0.35), draw);
    const at = Math.round(from * run.updates);
    const changed = changedFrom(run, at, { prompts: range(count + 120, 2 * count + 120) });
    const back =
      until === null
        ? changed
        : changedFrom(changed, Math.round(until * run.updates), { prompts: world.prompts });
    return { run: back, injectedAt: at };
  };
}

const dip: Shape = (draw) => {
  const from = draw.between(0.35, 0.55);
  return otherPrompts(draw, -draw.between(0.8, 1.8), from, from + draw.between(0.08, 0.16))(draw);
};

const curriculum: Shape = (draw) =>
  otherPrompts(
    draw,
    draw.chance(0.75) ? -draw.between(0.7, 1.6) : draw.between(0.7, 1.4),
    draw.between(0.35, 0.6),
    null,
  )(draw);

/** Every prompt learns its right answer, and there is nothing left to learn. */
const solved: Shape = (draw) => {
  const separate = draw.chance(0.5);
  const world = separate
    ? separateWorld(logitsAround(96, [draw.between(-0.5, 0.5), 0], 0.7, draw.random))
    : sharedWorld([draw.between(-0.5, 0.5), 0, -0.3], 0.5, draw);
  return {
    run: settle(world, draw.between(0.15, 0.3), draw, { klWeight: separate ? 0 : draw.between(0, 0.01) }),
  };
};

/** Format and accuracy are paid apart, and both are learned. */
const twoParts: Shape = (draw) => {
  const pay = [
    answer(1, 1, 240, { parts: { accuracy: 0.8, format: 0.2 } }),
    answer(0.8, 1, 240, { parts: { accuracy: 0.8, format: 0 } }),
    answer(0.2, 0, 150, { parts: { accuracy: 0, format: 0.2 } }),
    answer(0, 0, 130, { parts: { accuracy: 0, format: 0 } }),
  ];
  const world = sharedWorld([draw.between(-1.5, -0.3), 0, -0.2, 0.4], 0.5, draw, (_, arm) => pay[arm]);
  return { run: settle(world, draw.between(0.2, 0.6), draw) };
};

/** Right answers are long ones: length and truncation grow with the held-out score. */
const longThinking: Shape = (draw) => {
  const right = draw.between(280, 330);
  const pay = [answer(1, 1, right), answer(0, 0, 120), answer(0, 0, 150)];
  const world = sharedWorld([draw.between(-2, -0.5), 0, -0.3], 0.5, draw, (_, arm) => pay[arm]);
  return { run: settle(world, draw.between(0.2, 0.6), draw) };
};

/** A verifier that is wrong now and then: the reward stops below 1 though everything is right. */
const noisyVerifier: Shape = (draw) => {
  const [hit, miss] = [draw.between(0.85, 0.95), draw.between(0.05, 0.15)];
  const world = sharedWorld([draw.between(-1.5, 0), 0, -0.3], 0.5, draw, (prompt, arm) =>
    arm === 0 ? { ...verified(prompt, arm), chance: hit } : answer(1, 0, 150, { chance: miss }),
  );
  return { run: settle(world, draw.between(0.2, 0.5), draw) };
};

/** A pull to the reference that holds the reward well below 1, at a stiffness below the oscillation onset. */
const plateau: Shape = (draw) => {
  const beta = draw.pick([0, 0.5, 0.9]);
  const refreshInterval = draw.pick([1, 1, 2, 4]);
  const klWeight = draw.between(0.25, 0.6);
  const { onset } = oscillationOnset({ beta, refreshInterval });
  const most = (0.6 * onset) / (klWeight * 0.22);
  const run = settle(usual(draw), draw.between(0.15, 0.3), draw, {
    optimizer: { kind: 'momentum', beta },
    refreshInterval,
    klWeight,
    rule: { baseline: 'leave-one-out', normalisation: 'none' },
  });
  const [phase] = run.phases;
  return { run: { ...run, phases: [{ ...phase, learningRate: Math.min(most, phase.learningRate) }] } };
};

const SHAPES: Readonly<Record<string, Shape>> = {
  slow: plain([0.9, 1.6]),
  noisy: plain([0.3, 0.7], (draw) => ({ promptsPerStep: draw.whole(3, 6), groupSize: 4 })),
  plateau,
  fast: plain([0.06, 0.12]),
  decay: plain([0.15, 0.4], () => ({ schedule: (share) => 1 - share })),
  dip,
  curriculum,
  solved,
  'two-parts': twoParts,
  'long-thinking': longThinking,
  'noisy-verifier': noisyVerifier,
  network: (draw) => ({
    run: settle(networkWorld(draw, 0.3), draw.between(0.3, 0.8), draw, {
      klWeight: draw.between(0.001, 0.02),
      groupSize: 8,
    }),
  }),
};

/** Names of the healthy shapes. */
export const HEALTHY_SHAPES: readonly string[] = Object.keys(SHAPES);

/** A healthy run of this shape. */
export function healthy(shape: string, draw: Draw): Scenario {
  const { run, injectedAt } = SHAPES[shape](draw);
  return scenario({ family: 'healthy', shape, dose: 0, injectedAt: injectedAt ?? null }, run, draw, []);
}
