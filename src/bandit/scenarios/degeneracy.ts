import type { Draw } from './draw';
import type { PhasedRun } from './phase';
import { sharedPolicy } from './policy';
import type { Scenario } from './scenario';
import { changedFrom, scenario, settle } from './settings';
import { answer, logitsAround, range, separateWorld, sharedWorld, verified } from './worlds';

type Shape = (draw: Draw, dose: number) => { readonly run: PhasedRun; readonly injectedAt: number | null };

/** A share of the prompts is out of reach, the rest is soon solved: no group has a spread any more. */
const partlyHopeless: Shape = (draw, dose) => {
  const count = draw.pick([96, 160]);
  const hopeless = Math.round(count * (0.25 + 0.55 * dose));
  const depth = draw.between(0.5, 1.5);
  const other = draw.chance(0.5) ? [0] : [0, 0.4, -0.2];
  const reference = [
    ...logitsAround(hopeless, [-8 + depth, ...other], 0.6, draw.random),
    ...logitsAround(count - hopeless, [draw.between(-0.3, 0.5), ...other], 0.7, draw.random),
  ];
  return {
    run: settle(separateWorld(reference), draw.between(0.15, 0.35), draw, {
      klWeight: draw.between(0, 0.002),
    }),
    injectedAt: null,
  };
};

/** Nothing is ever right: the run has no gradient from its first step. */
const starvedFromTheStart: Shape = (draw) => {
  const count = 128;
  const reference = logitsAround(count, [-draw.between(8, 9.5), 0, 0.3], 0.7, draw.random);
  return {
    run: settle(separateWorld(reference), 0.3, draw, { klWeight: draw.between(0, 0.002) }),
    injectedAt: 0,
  };
};

const NOTHING = answer(0, 0, 150);

/** The data changes on the way: no answer the policy can give is right on most of the new prompts. */
const starvedData: Shape = (draw, dose) => {
  const [base, spread, count] = [draw.between(-0.6, 0.3), 0.6, 128];
  const world = sharedWorld([base, 0, -0.3], spread, draw);
  const hopeless = Math.round(count * (0.45 + 0.5 * dose));
  const reference = [
    ...logitsAround(count + 120, [base, 0, -0.3], spread, draw.random),
    ...logitsAround(hopeless, [base, 0, -0.3], 0.6, draw.random),
  ];
  const kept = range(0, count - hopeless);
  const run = settle(
    {
      ...world,
      policy: sharedPolicy(reference),
      prompts: range(0, count),
      heldOut: range(count, count + 120),
    },
    draw.between(0.15, 0.3),
    draw,
    { klWeight: draw.between(0.005, 0.04) },
  );
  const at = Math.round(draw.between(0.3, 0.6) * run.updates);
  const first = count + 120;
  return {
    run: changedFrom(run, at, {
      prompts: [...kept, ...range(first, first + hopeless)],
      answer: (prompt, arm) => (prompt >= first ? NOTHING : verified(prompt, arm)),
    }),
    injectedAt: at,
  };
};

const SHAPES: Readonly<Record<string, Shape>> = {
  'partly-hopeless': partlyHopeless,
  'starved-from-the-start': starvedFromTheStart,
  'starved-data': starvedData,
};

/** Names of the shapes. */
export const DEGENERACY_SHAPES: readonly string[] = Object.keys(SHAPES);

/** A run that has too few groups with a spread. */
export function degeneracy(shape: string, dose: number, draw: Draw): Scenario {
  const { run, injectedAt } = SHAPES[shape](draw, dose);
  return scenario({ family: 'advantage-degeneracy', shape, dose, injectedAt }, run, draw, [
    'zeroStdFraction',
  ]);
}
