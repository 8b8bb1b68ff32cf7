import { formatStep, formatTo } from './formatNumber';

/** What is drawn: points, and a curve through them where there is one. */
export interface ChartData {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly curve: ((step: number) => number) | null;
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

/**
 * A chart for a terminal: the mean reward of each dot's share of the steps as braille dots, the curve as a line of
 * its own marks, the range of both as labels. Empty for fewer than two distinct steps.
 */
export function textChart(data: ChartData, style: ChartStyle): string[] {
  const { steps } = data;
  const first = steps[0];
  const last = steps[steps.length - 1];
  if (steps.length < 2 || !(last > first)) return [];
  const across = style.width * DOTS_ACROSS;
  const means = columnMeans(data, across);
  const stepAt = (column: number): number => first + ((column + 0.5) / across) * (last - first);
  const curve = data.curve === null ? [] : means.map((_, column) => data.curve?.(stepAt(column)) ?? NaN);
  const range = rangeOf([...means, ...curve]);
  const rows = drawCells(means, curve, range, style);
  return [...rows.map((row, i) => label(i, rows.length, range) + row), ...axis(first, last, style.width)];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Mean of the values whose step falls into each column; NaN where none does. */
function columnMeans({ steps, values }: ChartData, columns: number): number[] {
  const first = steps[0];
  const span = steps[steps.length - 1] - first;
  const sums = new Float64Array(columns);
  const counts = new Float64Array(columns);
  steps.forEach((step, i) => {
    const column = Math.min(columns - 1, Math.floor(((step - first) / span) * columns));
    sums[column] += values[i];
    counts[column] += 1;
  });
  return Array.from(sums, (sum, column) => sum / counts[column]);
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
  range: Range,
  { width, height, paintCurve }: ChartStyle,
): string[] {
  const points = dotGrid(means, range, width, height);
  const line = dotGrid(curve, range, width, height);
  return points.map((row, y) =>
    row
      .map((bits, x) => {
        const drawn = line[y][x];
        if (bits === 0 && drawn === 0) return ' ';
        const cell = String.fromCharCode(BRAILLE + (bits | drawn));
        return drawn === 0 ? cell : paintCurve(cell);
      })
      .join('')
      .trimEnd(),
  );
}

/** The braille bits of every cell, by row from the top. */
function dotGrid(series: readonly number[], { low, high }: Range, width: number, height: number): number[][] {
  const grid = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const down = height * DOTS_DOWN;
  series.forEach((value, column) => {
    if (!Number.isFinite(value)) return;
    const y = Math.round(((high - value) / (high - low)) * (down - 1));
    const x = Math.floor(column / DOTS_ACROSS);
    grid[Math.floor(y / DOTS_DOWN)][x] |= DOT[y % DOTS_DOWN][column % DOTS_ACROSS];
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
