import type { LogTable } from '../logs/logTable';
import type { NonFiniteRow } from './rewardRows';
import type { RunMark } from './run';
import type { Resume } from './stepRule';

interface PlacedMark extends RunMark {
  readonly row: number;
}

/**
 * The places of a run that are no numbers, in file order: rewards that were not finite (unless a later resume replaced
 * their step) and resumes, up to the step `until`.
 */
export function marksOf(
  table: LogTable,
  nonFinite: readonly NonFiniteRow[],
  resumes: readonly Resume[],
  until: number,
): RunMark[] {
  const line = (row: number): number | null => table.lines?.[row] ?? null;
  const marks: PlacedMark[] = resumes.map(({ row, step }) => ({
    kind: 'resume',
    step,
    line: line(row),
    row,
  }));
  for (const { row, step } of notReplaced(nonFinite, resumes))
    marks.push({ kind: 'nonFinite', step, line: line(row), row });
  return marks
    .filter((mark) => mark.step <= until)
    .sort((a, b) => a.row - b.row)
    .map(({ kind, step, line: at }) => ({ kind, step, line: at }));
}

/** Both lists ascend by row; from the end, the lowest step any later resume went back to is known. */
function notReplaced(
  nonFinite: readonly NonFiniteRow[],
  resumes: readonly Resume[],
): { readonly row: number; readonly step: number }[] {
  const kept: { readonly row: number; readonly step: number }[] = [];
  let next = resumes.length - 1;
  let lowest = Infinity;
  for (const { row, step } of [...nonFinite].reverse()) {
    for (; next >= 0 && (resumes[next]?.row ?? 0) > row; next--)
      lowest = Math.min(lowest, resumes[next]?.step ?? Infinity);
    if (step !== null && step < lowest) kept.push({ row, step });
  }
  return kept;
}
