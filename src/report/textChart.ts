import { formatStep, formatTo } from './formatNumber';

/** What is drawn: points, and a curve through them where there is one. */
export interface ChartData {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** NaN outside the steps it describes. */
  readonly curve: ((step: number) => number) | null;
  /** Steps at which one curve ends and another begins; none without. */
  readonly cuts?: readonly number[];
}

/** Size in characters, and how the curve's cells are marked. */
export interface ChartStyle {
  readonly width: number;
  readonly height: number;
  readonly paintCurve: (text: string) => string;
}

const DOTS_ACROSS = 2;
const DOTS_DOWN = 4;
const BRAILLE = 0x2800;
/** Bit of the dot at [row][column] of a braille cell. */
const DOT = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** Rows behind each drawn mean, so that a noisy log still shows where it goes. */
const ROWS_PER_MEAN = 5;
const FEWEST_MEANS = 40;

/**
 * A chart for a terminal in braille dots: means of a few rows each, joined by a line, the curve in its own colour,
 * the range of both as labels, cuts of the run as dotted verticals. Empty for fewer than two distinct steps.
 */
export function textChart(data: ChartData, style: ChartStyle): string[] {
  const { steps } = data;
  const first = steps[0];
  const last = steps[steps.length - 1];
  if (steps.length < 2 || !(last > first)) return [];
  const across = style.width * DOTS_ACROSS;
  const bins = Math.min(across, Math.max(FEWEST_MEANS, Math.floor(steps.length / ROWS_PER_MEAN)));
  const points = joined(binMeans(data, bins), across);
  const stepAt = (column: number): number => first + ((column + 0.5) / across) * (last - first);
  const curve = data.curve === null ? [] : points.map((_, column) => data.curve?.(stepAt(column)) ?? NaN);
  const range = rangeOf([...points, ...curve]);
  const cutCells = (data.cuts ?? []).map((step) =>
    Math.min(style.width - 1, Math.floor(((step - first) / (last - first)) * style.width)),
  );
  const rows = drawCells(points, curve, cutCells, range, style);
  return [...rows.map((row, i) => label(i, rows.length, range) + row), ...axis(first, last, style.width)];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

interface Mean {
  /** Place on the step axis, 0 … 1. */
  readonly at: number;
  readonly value: number;
}

/** Mean step and mean value of each bin that holds a step. */
function binMeans({ steps, values }: ChartData, bins: number): Mean[] {
  const first = steps[0];
  const span = steps[steps.length - 1] - first;
  const sums = Array.from({ length: bins }, () => ({ count: 0, at: 0, value: 0 }));
  steps.forEach((step, i) => {
    const at = (step - first) / span;
    const sum = sums[Math.min(bins - 1, Math.floor(at * bins))];
    sum.count += 1;
    sum.at += at;
    sum.value += values[i];
  });
  return sums
    .filter(({ count }) => count > 0)
    .map(({ count, at, value }) => ({ at: at / count, value: value / count }));
}

/** The polyline through the means, one value per column; NaN outside of them. */
function joined(means: readonly Mean[], columns: number): number[] {
  const line = new Array<number>(columns).fill(NaN);
  const columnOf = ({ at }: Mean): number => Math.min(columns - 1, Math.floor(at * columns));
  means.forEach((mean, i) => {
    const next = means.at(i + 1) ?? mean;
    const [from, to] = [columnOf(mean), columnOf(next)];
    line[from] = mean.value;
    for (let column = from + 1; column <= to; column++)
      line[column] = mean.value + ((next.value - mean.value) * (column - from)) / (to - from);
  });
  return line;
}

function rangeOf(values: readonly number[]): Range {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  return high > low ? { low, high } : { low: low - 0.5, high: high + 0.5 };
}

function drawCells(
  means: readonly number[],
  curve: readonly number[],
  cuts: readonly number[],
  range: Range,
  { width, height, paintCurve }: ChartStyle,
): string[] {
  const points = dotGrid(means, range, width, height);
  const line = dotGrid(curve, range, width, height);
  return points.map((row, y) => paintRuns(row, line[y], cuts, paintCurve));
}

/** One row of cells; neighbouring cells of the curve are painted together, so that few escapes are written. */
function paintRuns(
  points: readonly number[],
  curve: readonly number[],
  cuts: readonly number[],
  paint: (text: string) => string,
): string {
  const cell = (x: number): string => {
    const bits = points[x] | curve[x];
    if (bits === 0) return cuts.includes(x) ? '┊' : ' ';
    return String.fromCharCode(BRAILLE + bits);
  };
  let text = '';
  for (let x = 0, end; x < points.length; x = end) {
    const isCurve = curve[x] !== 0;
    let run = '';
    for (end = x; end < points.length && (curve[end] !== 0) === isCurve; end++) run += cell(end);
    text += isCurve ? paint(run) : run;
  }
  return text.trimEnd();
}

/** The braille bits of every cell, by row from the top; neighbouring columns are joined by a vertical stroke. */
function dotGrid(series: readonly number[], { low, high }: Range, width: number, height: number): number[][] {
  const grid = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const down = height * DOTS_DOWN;
  const yOf = (value: number): number => Math.round(((high - value) / (high - low)) * (down - 1));
  let previous = NaN;
  series.forEach((value, column) => {
    if (!Number.isFinite(value)) return;
    const to = yOf(value);
    const from = Number.isFinite(previous) ? previous + Math.sign(to - previous) : to;
    for (let y = Math.min(from, to); y <= Math.max(from, to); y++)
      grid[Math.floor(y / DOTS_DOWN)][Math.floor(column / DOTS_ACROSS)] |=
        DOT[y % DOTS_DOWN][column % DOTS_ACROSS];
    previous = to;
  });
  return grid;
}

const LABEL_WIDTH = 9;

function label(row: number, rows: number, { low, high }: Range): string {
  const text = row === 0 ? high : row === rows - 1 ? low : null;
  if (text === null) return `${' '.repeat(LABEL_WIDTH)}│`;
  return `${formatTo(text, high - low).padStart(LABEL_WIDTH - 1)} ┤`;
}

function axis(first: number, last: number, width: number): string[] {
  const left = formatStep(first);
  const right = formatStep(last);
  const gap = ' '.repeat(Math.max(1, width - left.length - right.length));
  const margin = ' '.repeat(LABEL_WIDTH);
  return [`${margin}└${'─'.repeat(width)}`, `${margin} ${left}${gap}${right}`];
}
