import { t } from '@vscode/l10n';
import { letterOf } from '../../src/compare/letterOf';
import { el, svg } from '../dom';
import { runLook } from './runLook';

/** A run in the legend. */
export interface LegendRun {
  readonly place: number;
  readonly name: string;
  readonly hasFit: boolean;
}

/** The legend's list items: each run with its colour, dash and marker, then what line, band and points are. */
export function overlayLegend(runs: readonly LegendRun[]): Node[] {
  const entries = runs.map(({ place, name, hasFit }) => {
    const words = hasFit ? name : t('{0} (no curve fitted)', name);
    return el('li', {}, runSwatch(place), el('span', {}, el('b', {}, letterOf(place)), ` ${words}`));
  });
  const how = t('signs: as logged · line: fit · tint: 95 % band of the mean');
  return [...entries, el('li', { class: 'muted' }, how)];
}

/** A piece of a run's line with its marker, as the chart draws both. */
export function runSwatch(place: number): SVGElement {
  const { colour, dash, marker } = runLook(place);
  const line = svg('line', { x1: '1', x2: '27', y1: '6', y2: '6', 'stroke-dasharray': dash.join(' ') });
  return svg(
    'svg',
    { width: '28', height: '12', viewBox: '0 0 28 12', 'aria-hidden': 'true', class: `swatch run-${colour}` },
    line,
    markerOf(marker),
  );
}

function markerOf(marker: ReturnType<typeof runLook>['marker']): SVGElement {
  if (marker === 'circle') return svg('circle', { cx: '14', cy: '6', r: '3', class: 'run-marker' });
  const shapes = {
    triangle: 'M14 2 L18 9 H10 Z',
    rect: 'M11 3 H17 V9 H11 Z',
    rectRot: 'M14 2 L18 6 L14 10 L10 6 Z',
  };
  return svg('path', { d: shapes[marker], class: 'run-marker' });
}
