import { t } from '@vscode/l10n';
import type { FittedRun } from './fittedRun';
import { finiteJson } from '../report/finiteJson';
import { carryOvers } from './carryOver';
import { cautions } from './cautions';
import { closePairs, type ClosedPair } from './closePairs';
import { comparedRun } from './comparedRun';
import { compareHeldOut, comparePair } from './comparePair';
import type { Comparison, PairComparison } from './comparison';
import { configDifferences } from './configDifferences';
import { copiesNote } from './copiesNote';
import { groupSizePairs } from './groupSize/groupSizePairs';
import { letterOf } from './letterOf';
import { pairSentences } from './pairSentences';
import { sameLog } from './sameLog';
import { seedGroups } from './seedGroups';
import { sharedCurve } from './sharedCurve';
import { sideOf, type Side } from './side';
import { sizeScaling } from './sizeScaling';

/**
 * Compare two or more runs: which constants they share, which differ, by how much and how sure that is; and where a
 * pair shows nothing, how small a difference it could have shown.
 *
 * @param runs the runs with their fits, at least two
 * @returns the comparison: every pair in the order of the runs, p values adjusted over all questions that could be asked
 */
export function compareRuns(runs: readonly FittedRun[]): Comparison {
  const sides = runs.map((fitted, place) => sideOf(fitted, letterOf(place)));
  const curve = sharedCurve(runs);
  const places = runs.flatMap((_, first) =>
    runs.slice(first + 1).map((__, k) => [first, first + 1 + k] as const),
  );
  const copies = runs.map((one, place) => copiedFrom(one, runs.slice(0, place)));
  const answered = closePairs(
    places.map(([first, second], place) => ({
      own: comparePair(sides[first], sides[second], curve),
      heldOut: compareHeldOut(sides[first], sides[second]),
      repeats: repeatedPair(place, places, copies),
    })),
  );
  const pairs = places.map(([first, second], k) => pairOf(first, second, answered[k], sides));
  const seeds = seedGroups(runs, curve);
  const isPooled = seeds.some(({ seedIsTold }) => seedIsTold);
  return finiteJson({
    schema: 'grpo-dynamics/comparison@1',
    runs: sides.map((side, place) => ({ ...comparedRun(side, curve), copyOf: copies[place] })),
    curve,
    config: configDifferences(runs.map(({ run }) => run)),
    pairs,
    seeds,
    carryOver: carryOvers(runs, copies),
    groupSize: groupSizePairs(
      runs,
      curve,
      sides.map(({ heldOut }) => heldOut),
    ),
    sizeScaling: sizeScaling(
      runs.filter((_, place) => copies[place] === null),
      curve,
    ),
    notes: [...notesOf(runs, copies), ...cautions(runs, pairs, isPooled)],
  });
}

function pairOf(first: number, second: number, closed: ClosedPair, sides: readonly Side[]): PairComparison {
  const letters = [letterOf(first), letterOf(second)] as const;
  const ends = [sides[first], sides[second]].map((side) => side.end);
  return { first, second, ...closed, sentences: pairSentences(closed, letters, ends) };
}

type Places = readonly [number, number];

/** The first pair of the same two logs, whichever copies it is of; null where that is this pair. */
function repeatedPair(
  place: number,
  places: readonly Places[],
  copies: readonly (number | null)[],
): number | null {
  const logsOf = ([a, b]: Places): string => [copies[a] ?? a, copies[b] ?? b].sort((x, y) => x - y).join();
  const first = places.findIndex((pair) => logsOf(pair) === logsOf(places[place]));
  return first < place ? first : null;
}

/** The place of the run that this one repeats; null where it is no copy. */
function copiedFrom({ run }: FittedRun, before: readonly FittedRun[]): number | null {
  const place = before.findIndex((other) => sameLog(other.run, run));
  return place < 0 ? null : place;
}

/** What the reader must know of runs that are not alike. */
function notesOf(runs: readonly FittedRun[], copies: readonly (number | null)[]): string[] {
  const units = new Set(runs.map(({ run }) => run.stepUnit.value));
  const keys = new Set(runs.map(({ run }) => run.metrics.get('reward')));
  const same = copiesNote(copies);
  const notes = same === null ? [] : [same];
  if (units.size > 1)
    notes.push(t('The runs count steps in different units, so their timescales are not in one unit.'));
  if (keys.size > 1)
    notes.push(
      t(
        'The runs log their reward under different keys; whether it is the same reward, the logs do not say.',
      ),
    );
  return notes;
}
