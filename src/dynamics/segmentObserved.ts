import type { Run } from '../run/run';
import { observationsOf } from './observed';
import type { Collapse } from './segments/collapse';
import { segmentRun, type Segmentation } from './segments/segmentRun';
import type { Told } from './segments/testimony';

/**
 * `segmentRun` over the observations of a run: rows that only repeat the last evaluation would look like level stretches and
 * sudden steps between them.
 *
 * @param run the run
 * @returns its segments, in rows of the run, copies included
 */
export function segmentObserved(run: Told & Pick<Run, 'fresh' | 'marks'>): Segmentation {
  const { fresh, reward } = run;
  if (fresh === null) return segmentRun(run);
  const steps = observationsOf(reward.steps, fresh);
  const values = observationsOf(reward.values, fresh);
  const found = segmentRun({ ...run, reward: { ...reward, steps, values, lines: null, columns: null } });
  const rowOf = (observation: number): number =>
    observation < fresh.length ? fresh[observation] : reward.values.length;
  const inRows = (fall: Collapse): Collapse => ({
    ...fall,
    fallsFrom: rowOf(fall.fallsFrom),
    floorFrom: fall.floorFrom === null ? null : rowOf(fall.floorFrom),
  });
  const { collapse, otherData } = found;
  return {
    ...found,
    segments: found.segments.map(({ from, to, cut }) => ({
      from: rowOf(from),
      to: rowOf(to),
      cut: cut && { ...cut, row: rowOf(cut.row) },
    })),
    joined: found.joined.map(rowOf),
    collapse: collapse && inRows(collapse),
    otherData: otherData && inRows(otherData),
  };
}
