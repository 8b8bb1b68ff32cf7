import type { PanelSeries } from '../../src/protocol';
import { DASHES } from '../chart/annotations';
import { lowerBound, upperBound } from '../chart/decimate';
import type { DrawnFinding } from '../chart/drawnFindings';
import { withOpacity, type Palette } from '../chart/palette';
import { extent, padded, type Range } from '../chart/range';
import { smoothed, type Smoothing } from '../chart/smoothing';
import { formatLogged } from '../numbers';
import { columnsOf, type PixelColumn } from './columnsOf';

/** What all small charts share with the curve above them. */
export interface StripFrame {
  /** Left and right edge of the data, pixels. */
  readonly left: number;
  readonly right: number;
  /** Steps in view. */
  readonly window: Range;
  readonly pixelOf: (step: number) => number;
  readonly smoothing: Smoothing;
  readonly findings: readonly DrawnFinding[];
  readonly palette: Palette;
}

/** Fewer values than this in view are drawn as dots too: a line alone would hide how few they are. */
const FEW = 60;

/** Draws one metric into a canvas of this height, sized to the page's pixels. */
export function drawStrip(
  ctx: CanvasRenderingContext2D,
  height: number,
  series: PanelSeries,
  frame: StripFrame,
): void {
  const [from, to] = inView(series.steps, frame.window);
  const values = series.values.slice(from, to);
  const range = extent(values);
  if (range === null) return;
  const xs = series.steps.slice(from, to).map(frame.pixelOf);
  const [low, high] = padded(range, 0.08);
  const y = (value: number): number => height - 1 - ((value - low) / (high - low)) * (height - 2);
  const smooth = smoothed(series.values, frame.smoothing)?.slice(from, to) ?? null;
  drawFrame(ctx, height, range, y, frame);
  ctx.save();
  ctx.beginPath();
  ctx.rect(frame.left, 0, frame.right - frame.left, height);
  ctx.clip();
  drawStarts(ctx, height, series.key, frame);
  const { palette } = frame;
  const isFaint = smooth !== null && !palette.highContrast;
  ctx.strokeStyle = isFaint ? withOpacity(palette.points, 0.35) : palette.points;
  ctx.fillStyle = palette.points;
  drawLine(ctx, columnsOf(xs, values), y, 1);
  if (values.length <= FEW) drawDots(ctx, xs, values, y);
  if (smooth !== null) {
    ctx.strokeStyle = palette.text;
    drawLine(ctx, columnsOf(xs, smooth), y, 1.75);
  }
  ctx.restore();
}

/** With one row beyond either edge, so that the line enters and leaves. */
function inView(steps: readonly number[], [low, high]: Range): [number, number] {
  return [Math.max(0, lowerBound(steps, low) - 1), Math.min(steps.length, upperBound(steps, high) + 1)];
}

function drawFrame(
  ctx: CanvasRenderingContext2D,
  height: number,
  [low, high]: Range,
  y: (value: number) => number,
  { left, right, palette }: StripFrame,
): void {
  ctx.strokeStyle = withOpacity(palette.grid, palette.highContrast ? 1 : 0.3);
  ctx.lineWidth = 1;
  ctx.strokeRect(left + 0.5, 0.5, right - left - 1, height - 1);
  ctx.font = `10px ${palette.fontFamily}`;
  ctx.fillStyle = palette.muted;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  const label = (value: number, at: number): void =>
    ctx.fillText(formatLogged(Number(value.toPrecision(3))), left - 5, at, left - 6);
  if (high === low) label(high, y(high));
  else {
    label(high, 7);
    label(low, height - 7);
  }
}

/** Where failures start: a thick dash in the metrics they were seen in, a thin one in the others. */
function drawStarts(ctx: CanvasRenderingContext2D, height: number, key: string, frame: StripFrame): void {
  for (const { from, severity, metrics } of frame.findings) {
    const x = frame.pixelOf(from);
    const isSeenHere = metrics.includes(key);
    ctx.strokeStyle = frame.palette[severity];
    ctx.lineWidth = isSeenHere ? 2 : 1;
    ctx.setLineDash([...DASHES.finding]);
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, height);
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  columns: readonly PixelColumn[],
  y: (value: number) => number,
  width: number,
): void {
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const { x, first, low, high, last } of columns) {
    ctx.lineTo(x, y(first));
    if (high > low) {
      ctx.lineTo(x, y(low));
      ctx.lineTo(x, y(high));
    }
    ctx.lineTo(x, y(last));
  }
  ctx.stroke();
}

function drawDots(
  ctx: CanvasRenderingContext2D,
  xs: readonly number[],
  values: readonly number[],
  y: (value: number) => number,
): void {
  xs.forEach((x, i) => {
    if (!Number.isFinite(values[i])) return;
    ctx.beginPath();
    ctx.arc(x, y(values[i]), 2, 0, 2 * Math.PI);
    ctx.fill();
  });
}
