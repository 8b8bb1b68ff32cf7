import { svg } from '../dom';

/** The drawing area of a small chart and its scales; units of the drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Both small charts are this large; the page scales them to its width. */
export const FRAME: Frame = { width: 440, height: 270, left: 52, right: 430, top: 12, bottom: 226 };

/** A straight scale: pixels of `from … to` over `low … high`. */
export function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** A tick with its place in the drawing. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Frame, ticks and titles of both axes. */
export function axes(
  frame: Frame,
  x: { readonly ticks: readonly Tick[]; readonly title: string },
  y: { readonly ticks: readonly Tick[]; readonly title: string },
): SVGElement[] {
  const { left, right, top, bottom, height } = frame;
  const middle = (top + bottom) / 2;
  return [
    ...x.ticks.flatMap(({ at, text }) => [
      svg('line', line('wi-grid', [at, top], [at, bottom])),
      label(at, bottom + 16, text, 'middle', 'wi-tick'),
    ]),
    ...y.ticks.flatMap(({ at, text }) => [
      svg('line', line('wi-grid', [left, at], [right, at])),
      label(left - 6, at + 4, text, 'end', 'wi-tick'),
    ]),
    svg('rect', {
      class: 'wi-frame',
      x: text(left),
      y: text(top),
      width: text(right - left),
      height: text(bottom - top),
    }),
    label((left + right) / 2, height - 6, x.title, 'middle', 'wi-tick'),
    svg(
      'text',
      { class: 'wi-tick', 'text-anchor': 'middle', transform: `translate(12 ${text(middle)}) rotate(-90)` },
      y.title,
    ),
  ];
}

/** A drawing's number. */
export function text(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A text at a place. */
export function label(
  x: number,
  y: number,
  words: string,
  anchor: 'start' | 'middle' | 'end',
  look: string,
): SVGElement {
  return svg('text', { class: look, x: text(x), y: text(y), 'text-anchor': anchor }, words);
}

/** Attributes of a straight line. */
export function line(
  look: string,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Readonly<Record<string, string>> {
  return { class: look, x1: text(x1), y1: text(y1), x2: text(x2), y2: text(y2) };
}

/** A line through points; what is not finite ends it, what is far off is cut. */
export function polyline(look: string, points: readonly (readonly [number, number])[]): SVGElement {
  const far = 4000;
  const end = points.findIndex(([, y]) => !Number.isFinite(y) || Math.abs(y) > far);
  const shown = end === -1 ? points : points.slice(0, end);
  return svg('polyline', { class: look, points: shown.map(([x, y]) => `${text(x)},${text(y)}`).join(' ') });
}

/** A named drawing for the eye and the ear. */
export function drawing(
  name: string,
  title: string,
  words: string,
  parts: readonly SVGElement[],
): SVGElement {
  const { width, height, left, right, top, bottom } = FRAME;
  const area = { x: text(left), y: text(top), width: text(right - left), height: text(bottom - top) };
  return svg(
    'svg',
    {
      class: 'wi-drawing',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${name}-title`,
      'aria-describedby': `${name}-text`,
    },
    svg('title', { id: `${name}-title` }, title),
    svg('desc', {}, words),
    svg('clipPath', { id: `${name}-area` }, svg('rect', area)),
    ...parts,
  );
}
