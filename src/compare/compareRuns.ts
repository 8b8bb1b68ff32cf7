import type { CurveName, Interval } from '../dynamics/fit';
import type { Quantity } from '../report/report';
import { finiteJson } from '../report/finiteJson';
import { carryOvers } from './carryOver';
import { close, comparePair, type OpenPair, type Side } from './comparePair';
import type { Answered } from './answer';
import type { ComparedRun, Comparison, PairComparison } from './comparison';
import { configDifferences } from './configDifferences';
import { CONSTANTS, type ConstantName } from './constants';
import { endLevel } from './endLevel';
import { labelOf, type FittedRun } from './fittedRun';
import { groupSizePairs } from './groupSize/groupSizePairs';
import { holm } from './holm';
import { letterOf } from './letterOf';
import { pairSentences } from './pairSentences';
import { rowNoise } from './rowNoise';
import { seedGroups } from './seedGroups';
import { sharedCurve } from './sharedCurve';
import { sizeScaling } from './sizeScaling';
import { studentPoint } from './tailProbability';

const QUESTIONS = [...CONSTANTS, 'end'] as const;

/**
 * Compare two or more runs: which constants they share, which differ, by how much and how sure that is; and where a
 * pair shows nothing, how small a difference it could have shown.
 *
 * @param runs the runs with their fits, at least two
 * @returns the comparison: every pair in the order of the runs, p values adjusted over all questions that could be asked
 */
export function compareRuns(runs: readonly FittedRun[]): Comparison {
  const sides = runs.map((fitted, place) => ({
    fitted,
    letter: letterOf(place),
    end: endLevel(fitted, rowNoise(fitted)),
  }));
  const curve = sharedCurve(runs);
  const places = runs.flatMap((_, first) =>
    runs.slice(first + 1).map((__, k) => [first, first + 1 + k] as const),
  );
  const open = places.map(([first, second]) => comparePair(sides[first], sides[second], curve));
  const answered = closeAll(open);
  return finiteJson({
    schema: 'grpo-dynamics/comparison@1',
    runs: sides.map((side) => comparedRun(side, curve)),
    curve,
    config: configDifferences(runs.map(({ run }) => run.config)),
    pairs: places.map(([first, second], k) => pairOf(first, second, answered[k], sides)),
    seeds: seedGroups(runs, curve),
    carryOver: carryOvers(runs),
    groupSize: groupSizePairs(runs, curve),
    sizeScaling: sizeScaling(runs, curve),
    notes: notesOf(runs),
  });
}

type ClosedPair = Readonly<Record<ConstantName | 'end', Answered>>;

function closeAll(pairs: readonly OpenPair[]): ClosedPair[] {
  const asked = pairs.flatMap((pair) => QUESTIONS.map((name) => pair[name]));
  const adjusted = holm(asked.flatMap((open) => ('because' in open ? [] : [open.p])));
  let next = 0;
  const closed = asked.map((open) => close(open, 'because' in open ? 1 : adjusted[next++]));
  return pairs.map((_, k) => {
    const [plateau, timescale, damping, end] = closed.slice(k * QUESTIONS.length, (k + 1) * QUESTIONS.length);
    return { plateau, timescale, damping, end };
  });
}

function pairOf(first: number, second: number, closed: ClosedPair, sides: readonly Side[]): PairComparison {
  const { end, ...constants } = closed;
  const letters = [letterOf(first), letterOf(second)] as const;
  const ends = [sides[first], sides[second]].map((side) => side.end);
  return { first, second, constants, end, sentences: pairSentences({ constants, end }, letters, ends) };
}

function comparedRun({ fitted, end }: Side, curve: CurveName | null): ComparedRun {
  const { run, fits, assessment } = fitted;
  const fit = curve === null || assessment.regime === 'no-trend' ? null : fits.curves[curve];
  const { steps } = run.reward;
  return {
    label: labelOf(fitted),
    path: run.path,
    run: run.name,
    steps: { first: steps[0], last: steps[steps.length - 1], count: steps.length },
    plateau:
      fit === null ? null : quantity(fit.constants['plateau'], fit.intervals['plateau'] ?? null, 'reward'),
    timescale: fit?.derived.timescale === undefined ? null : { ...fit.derived.timescale, unit: 'steps' },
    damping: dampingOf(fitted),
    end: end === null ? null : quantity(end.value, aroundEnd(end), 'reward'),
  };
}

function dampingOf({ fits, assessment }: FittedRun): Quantity | null {
  const damping = assessment.regime === 'no-trend' ? undefined : fits.curves.oscillator?.derived.damping;
  return damping === undefined ? null : { ...damping, unit: '' };
}

function quantity(value: number, interval: Interval | null, unit: string): Quantity {
  return { value, interval, unit };
}

function aroundEnd({ value, below, degrees }: NonNullable<Side['end']>): Interval {
  const half = studentPoint(0.05, degrees) * below;
  return [value - half, value + half];
}

/** What the reader must know of runs that are not alike. */
function notesOf(runs: readonly FittedRun[]): string[] {
  const units = new Set(runs.map(({ run }) => run.stepUnit.value));
  const keys = new Set(runs.map(({ run }) => run.metrics.get('reward')));
  const notes: string[] = [];
  if (units.size > 1)
    notes.push('The runs count steps in different units, so their timescales are not in one unit.');
  if (keys.size > 1)
    notes.push(
      'The runs log their reward under different keys; whether it is the same reward, the logs do not say.',
    );
  return notes;
}
