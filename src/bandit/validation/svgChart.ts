import { axisTicks, place, tickLabel, type Axis } from './axis';

/** A series of a chart: a prediction is drawn as a line, a measurement as points. */
export interface ChartSeries {
  readonly name: string;
  readonly kind: 'line' | 'points';
  /** Which colour, dash and mark: a prediction and its measurement share one. Counted from 0. */
  readonly hue: number;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** A small chart: what is drawn, not how. */
export interface Chart {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly ChartSeries[];
}

const WIDTH = 720;
const HEIGHT = 420;
const FRAME = { left: 76, right: 20, top: 44, bottom: 56 } as const;
/** Okabe and Ito's palette: told apart with any colour vision; lines and marks differ in shape as well. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'] as const;
const DASHES = ['', '7 4', '2 3', '9 3 2 3'] as const;
/** Room for one legend entry. */
const LEGEND = { width: 210, height: 18, perRow: 3 } as const;

/** A chart as a stand-alone SVG document: white paper, dark ink, the same bytes for the same chart. */
export function svgChart(chart: Chart, title: string): string {
  const body = [
    `<text x="${FRAME.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>`,
    axes(chart),
    ...chart.series.map((series) => drawn(chart, series)),
    ...chart.series.map(legendEntry),
  ];
  const height = HEIGHT + LEGEND.height * Math.ceil(chart.series.length / LEGEND.perRow) + 8;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" ` +
    `font-size="12" fill="#222" role="img" aria-label="${escaped(title)}">\n` +
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>\n${body.join('\n')}\n</svg>\n`
  );
}

function axes({ x, y }: Chart): string {
  const bottom = HEIGHT - FRAME.bottom;
  const parts = [
    `<rect x="${FRAME.left}" y="${FRAME.top}" width="${WIDTH - FRAME.left - FRAME.right}" height="${bottom - FRAME.top}" fill="none" stroke="#888"/>`,
    `<text x="${(FRAME.left + WIDTH - FRAME.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(x.label)}</text>`,
    `<text transform="translate(18 ${(FRAME.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(y.label)}</text>`,
  ];
  for (const tick of axisTicks(x)) {
    const at = horizontal(x, tick);
    parts.push(`<path d="M${at} ${bottom}v5" stroke="#888"/>`);
    parts.push(`<text x="${at}" y="${bottom + 18}" text-anchor="middle">${tickLabel(tick)}</text>`);
  }
  for (const tick of axisTicks(y)) {
    const at = vertical(y, tick);
    parts.push(`<path d="M${FRAME.left} ${at}H${WIDTH - FRAME.right}" stroke="#ddd"/>`);
    parts.push(
      `<text x="${FRAME.left - 8}" y="${fixed(at + 4)}" text-anchor="end">${tickLabel(tick)}</text>`,
    );
  }
  return parts.join('\n');
}

function drawn(chart: Chart, series: ChartSeries): string {
  const colour = colourOf(series.hue);
  const points = Array.from(
    series.x,
    (x, i) => [horizontal(chart.x, x), vertical(chart.y, series.y[i])] as const,
  );
  const inside = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  if (series.kind === 'points') return inside.map(([x, y]) => mark(x, y, colour, series.hue)).join('');
  const path = inside.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-dasharray="${dashOf(series.hue)}"/>`;
}

/** A circle or a square, so that marks differ without colour. */
function mark(x: number, y: number, colour: string, hue: number): string {
  return hue % 2 === 0
    ? `<circle cx="${x}" cy="${y}" r="2.6" fill="${colour}"/>`
    : `<rect x="${fixed(x - 2.4)}" y="${fixed(y - 2.4)}" width="4.8" height="4.8" fill="none" stroke="${colour}"/>`;
}

function legendEntry(series: ChartSeries, index: number): string {
  const x = FRAME.left + LEGEND.width * (index % LEGEND.perRow);
  const y = HEIGHT + 6 + LEGEND.height * Math.floor(index / LEGEND.perRow);
  const sample =
    series.kind === 'points'
      ? mark(x + 12, y, colourOf(series.hue), series.hue)
      : `<path d="M${x} ${y}h24" stroke="${colourOf(series.hue)}" stroke-width="1.6" stroke-dasharray="${dashOf(series.hue)}"/>`;
  return `${sample}<text x="${x + 30}" y="${y + 4}">${escaped(series.name)}</text>`;
}

function horizontal(axis: Axis, value: number): number {
  return fixed(FRAME.left + place(axis, value) * (WIDTH - FRAME.left - FRAME.right));
}

function vertical(axis: Axis, value: number): number {
  const bottom = HEIGHT - FRAME.bottom;
  return fixed(bottom - place(axis, value) * (bottom - FRAME.top));
}

function colourOf(hue: number): string {
  return COLOURS[hue % COLOURS.length];
}

function dashOf(hue: number): string {
  return DASHES[hue % DASHES.length];
}

function fixed(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
