import { GROUP_SIZE_CELLS, type GroupSizeCell } from './groupSizeCells';
import { groupSizeCoverage, type LawCount } from './groupSizeCoverage';

/** The columns of the table. */
export const GROUP_SIZE_HEADINGS = [
  'optimizer',
  'G',
  'k',
  'path asked',
  'rejected',
  'timescale held',
  'median (predicted)',
  'noise told apart',
  'noise held',
  'median (predicted)',
  'agrees',
  'does not agree',
] as const;

/**
 * One row a cell.
 *
 * @param runs runs of each group size
 * @param onRow called as each is done
 */
export function groupSizeRows(runs: number, onRow: (row: readonly string[]) => void): string[][] {
  return GROUP_SIZE_CELLS.map((cell) => {
    const row = rowOf(cell, runs);
    onRow(row);
    return row;
  });
}

function rowOf(cell: GroupSizeCell, runs: number): string[] {
  const { pairs, paths, timescale, noise } = groupSizeCoverage(cell, runs);
  return [
    cell.name,
    cell.groupSizes.join(', '),
    String(cell.stiffness),
    share(paths.asked, pairs),
    share(paths.rejected, paths.asked),
    share(timescale.held, timescale.asked),
    medians(timescale),
    share(noise.asked, pairs),
    share(noise.held, noise.asked),
    medians(noise),
    share(noise.agrees, noise.asked),
    share(noise.disagrees, noise.asked),
  ];
}

function share(hits: number, all: number): string {
  return all === 0 ? '–' : ((100 * hits) / all).toFixed(1);
}

function medians({ asked, median, predicted }: LawCount): string {
  return asked === 0 ? '–' : `${median.toFixed(2)} (${predicted.toFixed(2)})`;
}
