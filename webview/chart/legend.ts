import { el, svg } from '../dom';
import { DASHES } from './annotations';
import type { LegendEntry } from './legendEntries';

const SHAPES: Readonly<Partial<Record<LegendEntry['kind'], () => SVGElement>>> = {
  points: () => svg('circle', { cx: '14', cy: '6', r: '2.6', class: 'swatch-points' }),
  band: () => svg('rect', { x: '1', y: '1', width: '26', height: '10', class: 'swatch-band' }),
  finding: () =>
    svg('path', { d: 'M3 3 H25 V9 H3 Z M5 9 L11 3 M11 9 L17 3 M17 9 L23 3', class: 'swatch-finding' }),
  cut: () => svg('path', { d: 'M14 0 V12', 'stroke-dasharray': '2 2', class: 'swatch-cut' }),
};

function swatch(kind: LegendEntry['kind']): SVGElement {
  const dash = kind in DASHES ? DASHES[kind as keyof typeof DASHES] : [];
  const shape =
    SHAPES[kind]?.() ??
    svg('line', {
      x1: '1',
      x2: '27',
      y1: '6',
      y2: '6',
      'stroke-dasharray': dash.join(' '),
      class: `swatch-${kind}`,
    });
  return svg(
    'svg',
    { width: '28', height: '12', viewBox: '0 0 28 12', 'aria-hidden': 'true', class: 'swatch' },
    shape,
  );
}

/** The legend's list items. */
export function legendItems(entries: readonly LegendEntry[]): Node[] {
  return entries.map(({ kind, label }) => el('li', {}, swatch(kind), el('span', {}, label)));
}
