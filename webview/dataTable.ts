import { t } from '@vscode/l10n';
import { formatCount, formatStep } from '../src/report/formatNumber';
import { nearestIndex } from './chart/cursor';
import type { ChartData } from './chart/chartData';
import { el } from './dom';
import { formatLogged } from './numbers';
import { metricLabel } from './strips/metricWords';

/** More rows than this are read in the log itself. */
const MOST_ROWS = 40;

/** The curve as a table for whoever reads rather than looks: evenly chosen rows, with the fit and the metrics there. */
export function dataTable({ points, picture, series }: ChartData): Node[] {
  const { steps, rewards } = points;
  const count = Math.min(MOST_ROWS, steps.length);
  const rows = Array.from({ length: count }, (_, i) =>
    count < 2 ? 0 : Math.round((i * (steps.length - 1)) / (count - 1)),
  );
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : formatLogged(value);
  const body = rows.map((row) => {
    const step = steps[row];
    const metrics = series.map((one) => one.values[nearestIndex(one.steps, step) ?? 0]);
    const cells = [rewards[row], picture.fit?.at(step), ...metrics].map((value) =>
      el('td', {}, number(value)),
    );
    return el('tr', {}, el('th', { scope: 'row' }, formatStep(step)), ...cells);
  });
  const names = [t('step'), t('reward'), t('fit'), ...series.map(({ name }) => metricLabel(name))];
  const head = el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name)));
  const total = points.total ?? steps.length;
  const caption = t(
    '{0} of {1} rows, evenly chosen; a metric that is logged less often is given at its nearest row.',
    formatCount(count),
    formatCount(total),
  );
  const table = el(
    'table',
    { class: 'data' },
    el('caption', {}, caption),
    el('thead', {}, head),
    el('tbody', {}, ...body),
  );
  return [
    el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': t('Data table') }, table),
  ];
}
