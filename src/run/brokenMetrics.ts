import type { LogTable } from '../logs/logTable';
import type { Column } from './column';
import type { MetricName } from './metricName';
import type { BrokenMetric } from './run';

/**
 * Columns with values that are NaN or infinite: how many, where first, and whether the column ends that way. The values
 * themselves are in no series.
 *
 * @param table the rows
 * @param columns the columns chosen, by canonical name
 * @param stepOf every row's step, NaN where it has none
 * @returns one entry for each such column
 */
export function brokenMetrics(
  table: LogTable,
  columns: ReadonlyMap<MetricName, Column>,
  stepOf: Float64Array,
): BrokenMetric[] {
  return [...columns].flatMap(([metric, { key, rows, values }]) => {
    const first = values.findIndex((value) => !Number.isFinite(value));
    if (first < 0) return [];
    const lastFinite = values.findLastIndex((value) => Number.isFinite(value));
    const firstOfEnd = lastFinite + 1 < values.length ? lastFinite + 1 : null;
    const row = rows[firstOfEnd ?? first] ?? 0;
    const step = stepOf[row] ?? NaN;
    return [
      {
        metric,
        key,
        count: values.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0),
        step: Number.isFinite(step) ? step : null,
        line: table.lines?.[row] ?? null,
        column: table.columns?.[row] ?? null,
        atEnd: values.length - lastFinite - 1,
      },
    ];
  });
}
