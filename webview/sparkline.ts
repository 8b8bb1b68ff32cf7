import type { PanelSeries } from '../src/protocol';
import { extent } from './chart/range';
import { svg } from './dom';
import { columnsOf } from './strips/columnsOf';

const WIDTH = 180;
const HEIGHT = 26;

/** A metric as a small line with a mark where a failure starts; null where there is no line to draw. */
export function sparkline({ steps, values }: PanelSeries, start: number | null): SVGElement | null {
  const range = extent(values);
  const [first, last] = [steps[0], steps[steps.length - 1]];
  if (range === null || steps.length < 2 || last <= first) return null;
  const x = (step: number): number => ((step - first) / (last - first)) * (WIDTH - 2) + 1;
  const y = (value: number): number =>
    HEIGHT - 2 - ((value - range[0]) / (range[1] - range[0] || 1)) * (HEIGHT - 4);
  const places = columnsOf(steps.map(x), values).flatMap(({ x: at, low, high }) =>
    [low, high].map((value) => `${at} ${y(value).toFixed(1)}`),
  );
  const mark =
    start === null ? [] : [svg('path', { d: `M${x(start).toFixed(1)} 0V${HEIGHT}`, class: 'spark-start' })];
  return svg(
    'svg',
    {
      width: String(WIDTH),
      height: String(HEIGHT),
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      class: 'spark',
      'aria-hidden': 'true',
    },
    svg('path', { d: `M${places.join('L')}`, class: 'spark-line' }),
    ...mark,
  );
}
