import { drawBands } from '../chart/bandLayer';
import type { Drawn, Line } from '../chart/datasets';
import { decimate, lowerBound, upperBound } from '../chart/decimate';
import type { Look } from '../chart/look';
import { withOpacity, type Palette } from '../chart/palette';
import type { Scene } from '../chart/scene';
import { smoothed } from '../chart/smoothing';
import { drawEndLabels } from './endLabels';
import type { OverlayCurve, OverlayPicture } from './overlayPicture';
import { runLook } from './runLook';

/** Most points that are drawn of all runs together. */
const DRAWN_POINTS = 2400;

/** Several runs over each other, each with its points, its curve, the band of its mean and its name at the end. */
export function overlayScene(picture: OverlayPicture, yTitle: string, colours: readonly string[]): Scene {
  const { curves, full, height, logged } = picture;
  return {
    ...{ full, height, logged, yTitle },
    headRows: () => 0,
    lines: (look, palette) => linesOf(picture, look, palette, colours),
    under: (surface) =>
      curves.forEach(({ band }, i) => {
        if (band === null) return;
        const palette = { ...surface.palette, fit: colourOf(colours, i) };
        drawBands({ ...surface, palette }, { mean: [band], row: [] });
      }),
    over: (surface) => drawEndLabels(surface, curves, (i) => colourOf(colours, i)),
  };
}

function colourOf(colours: readonly string[], place: number): string {
  return colours[runLook(place).colour];
}

function linesOf(
  { curves, full }: OverlayPicture,
  look: Look,
  palette: Palette,
  colours: readonly string[],
): { readonly lines: Line[]; readonly drawn: Drawn } {
  const window = look.window ?? full;
  const most = Math.floor(DRAWN_POINTS / curves.length);
  const shown = curves.map(({ xs, ys }) => decimate(xs, ys, window, most));
  const colour = (i: number): string => colourOf(colours, i);
  const lines = [
    ...curves.flatMap((curve, i) => smoothLine(curve, look, colour(i), most)),
    ...curves.flatMap((curve, i) => fitLine(curve, look, colour(i), runLook(i).dash)),
    ...curves.map((curve, i) => pointSet(curve, shown[i], look, palette, { colour: colour(i), place: i })),
  ];
  const count = shown.reduce((sum, rows) => sum + rows.length, 0);
  const of = curves.reduce((sum, { xs }) => sum + upperBound(xs, window[1]) - lowerBound(xs, window[0]), 0);
  return { lines, drawn: { count, of } };
}

function fitLine({ line }: OverlayCurve, { height }: Look, colour: string, dash: readonly number[]): Line[] {
  if (line.length === 0) return [];
  const data = line.map(({ x, y }) => ({ x, y: height.of(y) }));
  return [{ data, borderColor: colour, borderWidth: 2.5, borderDash: [...dash], pointRadius: 0 }];
}

function smoothLine(
  { xs, ys }: OverlayCurve,
  { height, smoothing }: Look,
  colour: string,
  most: number,
): Line[] {
  const heights = smoothed(ys, smoothing);
  if (heights === null) return [];
  const data = decimate(xs, heights, [-Infinity, Infinity], most).map((i) => ({
    x: xs[i],
    y: height.of(heights[i]),
  }));
  return [{ data, borderColor: colour, borderWidth: 1.25, pointRadius: 0 }];
}

function pointSet(
  { xs, ys }: OverlayCurve,
  rows: readonly number[],
  { height, smoothing }: Look,
  palette: Palette,
  { colour, place }: { readonly colour: string; readonly place: number },
): Line {
  const crowded = rows.length > 300;
  const opacity = palette.highContrast ? 1 : (crowded ? 0.35 : 0.5) * (smoothing.kind === 'none' ? 1 : 0.5);
  const ink = withOpacity(colour, opacity);
  return {
    data: rows.map((i) => ({ x: xs[i], y: height.of(ys[i]) })),
    showLine: false,
    pointStyle: runLook(place).marker,
    pointRadius: crowded ? 1.8 : 2.6,
    pointBackgroundColor: palette.highContrast ? 'transparent' : ink,
    pointBorderColor: ink,
    pointBorderWidth: palette.highContrast ? 1 : 0,
  };
}
