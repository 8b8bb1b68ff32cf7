import type { OptimizerSpec } from '../optimizer';
import type { Draw } from './draw';
import type { Answer, PhasedRun } from './phase';
import type { Scenario } from './scenario';
import { changedFrom, scenario, settle } from './settings';
import { answer, sharedWorld } from './worlds';

type Shape = (
  draw: Draw,
  dose: number,
) => { readonly run: PhasedRun; readonly injectedAt: number | null; readonly keep: readonly string[] };

/** Right, hack, wrong: what each is paid by accuracy and by style. */
function threeAnswers(right: number, hack: number, long: number, withParts: boolean): readonly Answer[] {
  const parts = (accuracy: number, style: number): Partial<Answer> =>
    withParts ? { parts: { accuracy, style } } : {};
  return [
    answer(right, 1, 220, parts(right, 0)),
    answer(hack, 0, long, parts(0, hack)),
    answer(0.1, 0, 150, parts(0, 0.1)),
  ];
}

/** Adam finds a rare answer as quickly as a common one; momentum shows the two rises apart. */
const momentum = (draw: Draw): OptimizerSpec => ({ kind: 'momentum', beta: draw.pick([0, 0.5, 0.9]) });

/** A rare answer that is paid more than a right one, and is found some time after the task is learned. */
const discovered: Shape = (draw, dose) => {
  const right = draw.between(0.5, 0.6);
  const pay = threeAnswers(right, right + 0.25 + 0.5 * dose, draw.between(220, 400), draw.chance(0.4));
  const world = sharedWorld([-1, -draw.between(2.6, 3.6), 0.5], 0.6, draw, (_, arm) => pay[arm]);
  return {
    run: settle(world, draw.between(0.12, 0.25), draw, { optimizer: momentum(draw) }),
    injectedAt: null,
    keep: ['evalReward'],
  };
};

/** A verifier that begins to pay for something else on the way. */
const gameable: Shape = (draw, dose) => {
  const before = [answer(1, 1, 220), answer(0, 0, 220), answer(0, 0, 150)];
  const bonus = 1.25 + 0.75 * dose;
  const after = [answer(1, 1, 220), answer(bonus, 0, draw.between(200, 380)), answer(0, 0, 150)];
  const world = sharedWorld(
    [draw.between(-1, 0), -draw.between(0.3, 1), 0],
    0.6,
    draw,
    (_, arm) => before[arm],
  );
  const run = settle(world, draw.between(0.2, 0.35), draw, { klWeight: draw.between(0.1, 0.25) });
  const at = Math.round(draw.between(0.3, 0.5) * run.updates);
  return {
    run: changedFrom(run, at, { answer: (_, arm) => after[arm] }),
    injectedAt: at,
    keep: ['evalReward'],
  };
};

/** Two reward functions and no held-out score: one trades for the other. */
const tradedParts: Shape = (draw, dose) => {
  const right = draw.between(0.5, 0.6);
  const pay = threeAnswers(right, right + 0.25 + 0.5 * dose, draw.between(200, 400), true);
  const world = sharedWorld([-1, -draw.between(2.6, 3.6), 0.5], 0.6, draw, (_, arm) => pay[arm]);
  return {
    run: settle(world, draw.between(0.12, 0.25), draw, { evalEvery: 0, optimizer: momentum(draw) }),
    injectedAt: null,
    keep: [],
  };
};

/** The same hack in a log that has neither held-out score nor parts: nobody can tell. */
const undecidable: Shape = (draw, dose) => {
  const right = draw.between(0.5, 0.6);
  const pay = threeAnswers(right, right + 0.25 + 0.5 * dose, draw.between(300, 420), false);
  const world = sharedWorld([-1, -draw.between(2.6, 3.6), 0.5], 0.6, draw, (_, arm) => pay[arm]);
  return {
    run: settle(world, draw.between(0.12, 0.25), draw, { evalEvery: 0, optimizer: momentum(draw) }),
    injectedAt: null,
    keep: [],
  };
};

const SHAPES: Readonly<Record<string, Shape>> = {
  discovered,
  gameable,
  'traded-parts': tradedParts,
  undecidable,
};

/** Names of the shapes. */
export const HACKING_SHAPES: readonly string[] = Object.keys(SHAPES);

/** A run whose reward is won by something that is not the task. */
export function hacking(shape: string, dose: number, draw: Draw): Scenario {
  const { run, injectedAt, keep } = SHAPES[shape](draw, dose);
  return scenario({ family: 'reward-hacking', shape, dose, injectedAt }, run, draw, keep);
}
