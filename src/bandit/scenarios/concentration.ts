import type { Draw } from './draw';
import type { PhasedRun } from './phase';
import type { Scenario } from './scenario';
import { changedFrom, scenario, settle } from './settings';
import { answer, logitsAround, separateWorld, type World } from './worlds';

type Shape = (draw: Draw, dose: number) => { readonly run: PhasedRun; readonly injectedAt: number | null };

/**
 * A right answer that is rare and a passable one that is common. Committing to the passable one is quick; the more
 * the right one is worth beside it, the more is lost.
 */
function temptingWorld(draw: Draw, dose: number): World {
  const passable = 0.65 - 0.35 * dose;
  const stochastic = draw.chance(0.5);
  const second = stochastic ? answer(1, 0, 150, { chance: passable }) : answer(passable, 0, 150);
  const pay = [answer(1, 1, 240), second, answer(0, 0, 120), answer(0, 0, 130)];
  const reference = logitsAround(
    draw.pick([96, 160]),
    [draw.between(-2.4, -1.4), draw.between(0.2, 0.8), 0, 0],
    0.5,
    draw.random,
  );
  return separateWorld(reference, (_, arm) => pay[arm]);
}

/** Steps so large that every prompt commits to the first answer that is paid. */
const earlyCommitment: Shape = (draw, dose) => ({
  run: settle(temptingWorld(draw, dose), draw.between(0.04, 0.09), draw, {
    klWeight: 0,
    groupSize: draw.pick([4, 6, 8]),
    rule: { baseline: 'group-mean', normalisation: 'std-ddof1' },
  }),
  injectedAt: null,
});

/** A pull to the reference that holds the entropy up is switched off, and the steps grow. */
const lostAnchor: Shape = (draw, dose) => {
  const run = settle(temptingWorld(draw, dose), draw.between(0.2, 0.4), draw, {
    klWeight: draw.between(0.35, 0.5),
    groupSize: draw.pick([4, 8]),
    rule: { baseline: 'group-mean', normalisation: 'std-ddof1' },
  });
  const at = Math.round(draw.between(0.3, 0.55) * run.updates);
  const learningRate = run.phases[0].learningRate * draw.between(12, 25);
  return { run: changedFrom(run, at, { klWeight: 0, learningRate }), injectedAt: at };
};

const SHAPES: Readonly<Record<string, Shape>> = {
  'early-commitment': earlyCommitment,
  'lost-anchor': lostAnchor,
};

/** Names of the shapes. */
export const CONCENTRATION_SHAPES: readonly string[] = Object.keys(SHAPES);

/** A run that spends its entropy before it has found the better answer. */
export function concentration(shape: string, dose: number, draw: Draw): Scenario {
  const { run, injectedAt } = SHAPES[shape](draw, dose);
  return scenario({ family: 'policy-concentration', shape, dose, injectedAt }, run, draw, ['entropy']);
}
