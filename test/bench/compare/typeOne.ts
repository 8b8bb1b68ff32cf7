import { comparePair, type OpenPair } from '../../../src/compare/comparePair';
import { sharedCurve } from '../../../src/compare/sharedCurve';
import { sideOf } from '../../../src/compare/side';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { simulatedRun, type SimulatedNoise } from './simulatedRun';

/** Runs of one kind, compared with each other: every difference that is found is a false one. */
export interface TypeOneCell {
  readonly noise: SimulatedNoise;
  readonly rows: number;
  /** Slow timescales in view. */
  readonly view: number;
}

/** By question: how many pairs were asked, and how many of those were told to differ at the 5 % level. */
export interface TypeOneResult {
  readonly asked: Readonly<Record<Question, number>>;
  readonly wrong: Readonly<Record<Question, number>>;
  readonly pairs: number;
}

export const QUESTIONS = ['plateau', 'timescale', 'end'] as const;
export type Question = (typeof QUESTIONS)[number];

const AR = (rho: number): SimulatedNoise => ({ name: `ρ ${rho}`, coefficients: [rho], sampling: 0 });

/** White to persistent noise, and ARMA: an autoregression under the sampling noise of a batch mean. */
export const CELLS: readonly TypeOneCell[] = [
  { noise: AR(0), rows: 100, view: 5 },
  { noise: AR(0.4), rows: 100, view: 5 },
  { noise: AR(0.8), rows: 100, view: 5 },
  { noise: AR(0), rows: 300, view: 4 },
  { noise: AR(0.6), rows: 300, view: 4 },
  { noise: AR(0.8), rows: 300, view: 6 },
  { noise: { name: 'ρ .8 + s', coefficients: [0.8], sampling: 0.5 }, rows: 300, view: 5 },
  { noise: { name: 'ρ .9 + s', coefficients: [0.9], sampling: 0.7 }, rows: 600, view: 6 },
];

/** How many others each run is compared with: pairs that share a run are not independent, and still tell. */
const PARTNERS = 15;

export function typeOne({ noise, rows, view }: TypeOneCell, runs: number): TypeOneResult {
  const fitted = Array.from({ length: runs }, (_, i) =>
    simulatedRun(rows, (rows - 1) / view, noise, 1 + i + 7919 * rows),
  );
  return falseAlarms(fitted);
}

function falseAlarms(fitted: readonly FittedRun[]): TypeOneResult {
  const sides = fitted.map((one) => sideOf(one, ''));
  const asked = { plateau: 0, timescale: 0, end: 0 };
  const wrong = { plateau: 0, timescale: 0, end: 0 };
  const pairs = pairsOf(sides);
  for (const [a, b] of pairs) {
    const answers: OpenPair = comparePair(a, b, sharedCurve([a.fitted, b.fitted]));
    for (const question of QUESTIONS) {
      const answer = answers[question];
      if ('because' in answer) continue;
      asked[question]++;
      if (answer.p < 0.05) wrong[question]++;
    }
  }
  return { asked, wrong, pairs: pairs.length };
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
