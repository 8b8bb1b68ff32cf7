import { t } from '@vscode/l10n';
import { formatCount, formatNumber } from '../src/report/formatNumber';
import { commaList } from '../src/run/listInWords';
import type { ResidualCheck } from '../src/report/residualCheck';
import { el, svg } from './dom';
import { CURVE_LABELS } from './words';

const BAR = 14;
const HALF = 44;

/** What the curve leaves over, in words and as a chart of how far neighbours resemble each other. */
export function residualsFold(check: ResidualCheck | null): Node[] {
  if (check === null)
    return [el('p', { class: 'muted' }, t('No curve is trusted, so nothing is left over.'))];
  const { curve, count, sd, autocorrelation, bound } = check;
  const [first] = autocorrelation;
  const beyond = autocorrelation.filter((value) => Math.abs(value) > bound).length;
  return [
    el(
      'p',
      {},
      t(
        'What the {0} curve leaves over {1} rows has a standard deviation of {2}. Neighbouring rows are correlated by {3}; independent noise would stay within ± {4} in 95 of 100 places, and {5} of {6} distances are beyond. The intervals above allow for neighbours that resemble each other.',
        CURVE_LABELS[curve],
        formatCount(count),
        formatNumber(sd),
        formatNumber(first),
        formatNumber(bound),
        formatCount(beyond),
        formatCount(autocorrelation.length),
      ),
    ),
    bars(check),
    el(
      'p',
      { class: 'muted' },
      t(
        'autocorrelation at 1 to {0} rows apart, from −1 to 1; dashed: ± {1}',
        formatCount(autocorrelation.length),
        formatNumber(bound),
      ),
    ),
  ];
}

function bars({ autocorrelation, bound }: ResidualCheck): SVGElement {
  const width = autocorrelation.length * BAR;
  const y = (value: number): string => (HALF - value * (HALF - 2)).toFixed(1);
  const path = (d: string, name: string): SVGElement => svg('path', { d, class: name });
  const words = autocorrelation.map((value, i) => t('{0}: {1}', i + 1, formatNumber(value)));
  return svg(
    'svg',
    {
      width: String(width),
      height: String(2 * HALF),
      viewBox: `0 0 ${width} ${2 * HALF}`,
      class: 'residuals',
      role: 'img',
      'aria-label': t('Autocorrelation by distance in rows: {0}', commaList(words)),
    },
    ...autocorrelation.map((value, i) => path(`M${(i + 0.5) * BAR} ${y(0)}V${y(value)}`, 'residual-bar')),
    path(`M0 ${y(0)}H${width}`, 'residual-zero'),
    path(`M0 ${y(bound)}H${width}M0 ${y(-bound)}H${width}`, 'residual-bound'),
  );
}
