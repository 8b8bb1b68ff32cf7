import { comparePair } from '../../../src/compare/comparePair';
import { sideOf } from '../../../src/compare/side';
import { sharedCurve } from '../../../src/compare/sharedCurve';
import { medianOf, pairsAcross } from './pairsAcross';
import { PLATEAU, simulatedRun, type SimulatedNoise, type Truth } from './simulatedRun';

const ROWS = 200;
const NOISE: SimulatedNoise = { name: 'ρ .6', coefficients: [0.6], sampling: 0 };
export const CHANGES = [0, 0.02, 0.04, 0.06, 0.08, 0.12];

/** How often a true change of the plateau is found at the 5 % level, and what the pairs say they could show. */
export interface PowerPoint {
  readonly change: number;
  readonly plateau: number;
  readonly end: number;
  /** Medians of the smallest change a pair says it could have shown. */
  readonly couldShow: number;
  readonly endCouldShow: number;
}

export function powerCurve(truth: Truth, changes: readonly number[], runs: number): PowerPoint[] {
  const pool = (change: number, seed: number): ReturnType<typeof sideOf>[] =>
    Array.from({ length: runs }, (_, i) =>
      sideOf(simulatedRun(ROWS, (ROWS - 1) / 5, NOISE, seed + i, PLATEAU + change, truth), ''),
    );
  const base = pool(0, 50_001);
  return changes.map((change, k) => {
    const others = pool(change, 60_001 + 1000 * k);
    const answers = pairsAcross(base, others, (a, b) => comparePair(a, b, sharedCurve([a.fitted, b.fitted])));
    const share = (name: 'plateau' | 'end'): number =>
      answers.filter(({ [name]: one }) => 'p' in one && one.p < 0.05).length / answers.length;
    const least = (name: 'plateau' | 'end'): number =>
      medianOf(
        answers.flatMap(({ [name]: one }) =>
          'detectable' in one && one.detectable !== null ? [one.detectable] : [],
        ),
      );
    return {
      change,
      plateau: share('plateau'),
      end: share('end'),
      couldShow: least('plateau'),
      endCouldShow: least('end'),
    };
  });
}
