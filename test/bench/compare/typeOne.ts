import { comparePair } from '../../../src/compare/comparePair';
import { constantOf } from '../../../src/compare/constants';
import { differenceOf, type Measured } from '../../../src/compare/difference';
import { curvePlateaus, plateauDifference, type CurvePlateaus } from '../../../src/compare/plateauDifference';
import { sharedCurve } from '../../../src/compare/sharedCurve';
import { sideOf, type Side } from '../../../src/compare/side';
import type { CurveName } from '../../../src/dynamics/fit';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { PLATEAU, simulatedRun, type SimulatedNoise, type Truth } from './simulatedRun';

/** Runs of one kind, compared with each other: every difference that is found is a false one. */
export interface TypeOneCell {
  readonly noise: SimulatedNoise;
  readonly rows: number;
  /** Slow timescales in view. */
  readonly view: number;
  readonly truth: Truth;
}

/** By question: how many pairs were asked, how many of those were told to differ at the 5 % level, and how sure that share is. */
export interface TypeOneResult {
  readonly asked: Readonly<Record<Question, number>>;
  readonly wrong: Readonly<Record<Question, number>>;
  /** Standard error of the share: pairs share runs, so it is taken over the runs. */
  readonly error: Readonly<Record<Question, number>>;
  /** Share of the pairs told to differ once the change that each says it could show is added, up or down. */
  readonly shown: Readonly<Record<Question, number>>;
  readonly pairs: number;
}

export const QUESTIONS = ['plateau', 'timescale', 'end'] as const;
export type Question = (typeof QUESTIONS)[number];

const AR = (rho: number): SimulatedNoise => ({ name: `ρ ${rho}`, coefficients: [rho], sampling: 0 });

const MILD = AR(0.4);
const MIDDLING = AR(0.6);
const RISE = 'exponential' as const;

/** White to persistent noise, and ARMA: an autoregression under the sampling noise of a batch mean. */
export const CELLS: readonly TypeOneCell[] = [
  { truth: RISE, noise: AR(0), rows: 100, view: 5 },
  { truth: RISE, noise: MILD, rows: 100, view: 5 },
  { truth: RISE, noise: AR(0.8), rows: 100, view: 5 },
  { truth: RISE, noise: AR(0), rows: 300, view: 4 },
  { truth: RISE, noise: MIDDLING, rows: 300, view: 4 },
  { truth: RISE, noise: AR(0.8), rows: 300, view: 6 },
  { truth: RISE, noise: { name: 'ρ .8 + s', coefficients: [0.8], sampling: 0.5 }, rows: 300, view: 5 },
  { truth: RISE, noise: { name: 'ρ .9 + s', coefficients: [0.9], sampling: 0.7 }, rows: 600, view: 6 },
];

/** Truths that no mechanism makes, shared by both runs. */
export const MISFIT_CELLS: readonly TypeOneCell[] = (['logistic', 'hill'] as const).flatMap((truth) => [
  { truth, noise: MILD, rows: 100, view: 5 },
  { truth, noise: MIDDLING, rows: 300, view: 4 },
  { truth, noise: AR(0.8), rows: 300, view: 6 },
]);

const LEVEL = 0.05;

/** How many others each run is compared with: pairs that share a run are not independent, and still tell. */
const PARTNERS = 15;

export function typeOne({ noise, rows, view, truth }: TypeOneCell, runs: number): TypeOneResult {
  const fitted = Array.from({ length: runs }, (_, i) =>
    simulatedRun(rows, (rows - 1) / view, noise, 1 + i + 7919 * rows, PLATEAU, truth),
  );
  return falseAlarms(fitted);
}

function falseAlarms(fitted: readonly FittedRun[]): TypeOneResult {
  const pairs = pairsOf(fitted.map((one, place) => ({ ...sideOf(one, ''), place })));
  const told = pairs.map(([a, b]) => {
    const curve = sharedCurve([a.fitted, b.fitted]);
    return { places: [a.place, b.place], answers: comparePair(a, b, curve), shown: shownOf(a, b, curve) };
  });
  const by = (read: (question: Question) => number): Record<Question, number> => ({
    plateau: read('plateau'),
    timescale: read('timescale'),
    end: read('end'),
  });
  const verdicts = (question: Question): Verdict[] =>
    told.flatMap(({ places, answers: { [question]: answer } }) =>
      'because' in answer ? [] : [{ places, isWrong: answer.p < LEVEL }],
    );
  return {
    asked: by((question) => verdicts(question).length),
    wrong: by((question) => verdicts(question).filter(({ isWrong }) => isWrong).length),
    error: by((question) => errorOf(verdicts(question), fitted.length)),
    shown: by((question) => meanOf(told.flatMap(({ shown }) => shown[question]))),
    pairs: pairs.length,
  };
}

interface Verdict {
  readonly places: readonly number[];
  readonly isWrong: boolean;
}

/** Of a share over pairs, a U-statistic: each run's own share counts twice (Hoeffding); that its partners are few makes it no smaller. */
function errorOf(verdicts: readonly Verdict[], runs: number): number {
  const asked = new Float64Array(runs);
  const wrong = new Float64Array(runs);
  for (const { places, isWrong } of verdicts)
    for (const place of places) {
      asked[place]++;
      if (isWrong) wrong[place]++;
    }
  const shares = [...asked].flatMap((count, i) => (count === 0 ? [] : [wrong[i] / count]));
  const mean = meanOf(shares);
  const spread = meanOf(shares.map((share) => (share - mean) ** 2));
  return 2 * Math.sqrt(spread / shares.length);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether a pair of like runs is told to differ once the change it says it could show is added to the second, up and down: 0 or 1. */
function shownOf(a: Side, b: Side, curve: CurveName | null): Record<Question, number[]> {
  const asks = (question: 'timescale' | 'end'): number[] => {
    const [one, other] = [a, b].map((side) => measuredOf(side, question, curve));
    if (one === null || other === null) return [];
    const { detectable } = differenceOf(one, other);
    if (detectable === null) return [];
    return [detectable, -detectable].map((change) =>
      differenceOf(one, { ...other, value: other.value + change }).p < LEVEL ? 1 : 0,
    );
  };
  return { plateau: plateauShown(a, b), timescale: asks('timescale'), end: asks('end') };
}

function plateauShown({ fitted: a }: Side, { fitted: b }: Side): number[] {
  const [first, second] = [curvePlateaus(a), curvePlateaus(b)];
  if (typeof first === 'string' || typeof second === 'string') return [];
  const detectable = plateauDifference(first, second)?.detectable ?? null;
  if (detectable === null) return [];
  return [detectable, -detectable].map((change) =>
    (plateauDifference(first, shifted(second, change))?.p ?? 1) < LEVEL ? 1 : 0,
  );
}

function shifted(plateaus: CurvePlateaus, change: number): CurvePlateaus {
  return new Map(
    [...plateaus].map(([curve, { plateau, ...rest }]) => [
      curve,
      { ...rest, plateau: { ...plateau, value: plateau.value + change } },
    ]),
  );
}

function measuredOf(
  { fitted, end }: Side,
  question: 'timescale' | 'end',
  curve: CurveName | null,
): Measured | null {
  if (question === 'end') return end;
  const found = curve === null ? '' : constantOf(fitted, curve, question);
  return typeof found === 'string' ? null : found;
}

/** Each with the next few, the last with the first. */
function pairsOf<T>(all: readonly T[]): (readonly [T, T])[] {
  return all.flatMap((one, i) =>
    Array.from(
      { length: Math.min(PARTNERS, all.length - 1) },
      (_, k) => [one, all[(i + 1 + k) % all.length]] as const,
    ),
  );
}
