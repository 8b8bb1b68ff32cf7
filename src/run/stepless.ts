import { t } from '@vscode/l10n';
import { listed } from '../logs/listed';
import type { Column } from './column';

/**
 * Values of the chosen metrics that are in no series because their rows have no step.
 *
 * @param columns the metrics' columns; columns behind several metrics count once
 * @param stepOf every row's step, NaN where it has none
 * @returns one sentence with a count per key, none where nothing is lost
 */
export function steplessNotes(columns: Iterable<Column>, stepOf: Float64Array): string[] {
  const lost = new Map<string, number>();
  for (const { key, rows, values } of columns) {
    const isLost = (row: number, i: number): boolean =>
      Number.isFinite(values[i]) && !Number.isFinite(stepOf[row]);
    const count = rows.reduce((sum, row, i) => sum + (isLost(row, i) ? 1 : 0), 0);
    if (count > 0) lost.set(key, count);
  }
  if (lost.size === 0) return [];
  const counts = [...lost].map(([key, count]) => t('{0} of {1}', count, key));
  return [t('Values without a step, left out: {0}.', listed(counts, 4))];
}
