import type { ChartDataset } from 'chart.js';
import { DASHES } from './annotations';
import { decimate, lowerBound, upperBound } from './decimate';
import type { Look } from './look';
import { withOpacity, type Palette } from './palette';
import type { DrawnCurve, Picture, Point } from './drawnPicture';
import type { Range } from './range';
import { smoothed } from './smoothing';

/** One line or cloud of points, as Chart.js takes it. */
export type Line = ChartDataset<'line', Point[]>;

/** How many of the points in view are drawn, and how many there are. */
export interface Drawn {
  readonly count: number;
  readonly of: number;
}

/** What a picture is drawn from. */
interface Drawing {
  readonly picture: Picture;
  readonly look: Look;
  readonly palette: Palette;
}

/** A picture's lines and points in a look, the first on top. */
export function datasetsOf(
  picture: Picture,
  look: Look,
  palette: Palette,
): { readonly lines: Line[]; readonly drawn: Drawn } {
  const { fit, rival, forecast, replay } = picture;
  const drawing = { picture, look, palette };
  const points = pointSets(drawing);
  const lines = [
    ...smoothLine(drawing),
    ...line(drawing, replay?.fitted ?? [], palette.marker, DASHES.replay, 2.5),
    ...line(drawing, replay?.ahead ?? [], palette.marker, DASHES.replay, 2.5),
    ...line(drawing, forecast ?? [], palette.fit, DASHES.forecast, 2.5),
    ...curve(drawing, fit, palette.fit, DASHES.fit, 2.5),
    ...curve(drawing, rival, palette.rival, DASHES.rival, 2),
    ...points.sets,
  ];
  return { lines, drawn: points.drawn };
}

/** The rewards smoothed for the eye, thinned as the points are. */
function smoothLine(drawing: Drawing): Line[] {
  const { picture, look, palette } = drawing;
  const { steps, rewards, full } = picture;
  const heights = smoothed(rewards, look.smoothing);
  if (heights === null) return [];
  const rows = decimate(steps, heights, look.window ?? full);
  const points = rows.map((i) => ({ x: steps[i], y: heights[i] }));
  return line(drawing, points, palette.text, DASHES.smooth, 1.5);
}

/** Points of the fitted segment, and fainter those before and after it. */
function pointSets(drawing: Drawing): { readonly sets: Line[]; readonly drawn: Drawn } {
  const { picture, look } = drawing;
  const { steps, rewards, segment, full } = picture;
  const window = look.window ?? full;
  const shown = decimate(steps, rewards, window);
  const drawn = { count: shown.length, of: countWithin(steps, window) };
  const points = shown.map((i) => ({ x: steps[i] ?? NaN, y: rewards[i] ?? NaN }));
  const inside = ({ x }: Point) => segment === null || (x >= segment[0] && x <= segment[1]);
  const outside = points.filter((point) => !inside(point));
  const set = (data: Point[], strength: number): Line => pointSet(drawing, data, strength, drawn.count);
  return { sets: [set(points.filter(inside), 1), set(outside, 0.5)], drawn };
}

function pointSet({ look, palette }: Drawing, data: Point[], strength: number, count: number): Line {
  const crowded = count > 400;
  const behind = look.smoothing.kind === 'none' ? 1 : 0.5;
  const opacity = palette.highContrast ? 1 : (crowded ? 0.42 : 0.6) * strength * behind;
  const colour = withOpacity(palette.points, opacity);
  return {
    data: placed(look, data),
    showLine: false,
    pointStyle: 'circle',
    pointRadius: count > 1200 ? 1.4 : crowded ? 1.8 : 2.4,
    pointBackgroundColor: palette.highContrast ? 'transparent' : colour,
    pointBorderColor: colour,
    pointBorderWidth: palette.highContrast ? 1 : 0,
  };
}

function curve(
  drawing: Drawing,
  drawn: DrawnCurve | null,
  colour: string,
  dash: readonly number[],
  width: number,
): Line[] {
  if (drawn === null) return [];
  return [
    ...line(drawing, drawn.fitted, colour, dash, width),
    ...line(drawing, drawn.ahead, colour, DASHES.ahead, width),
  ];
}

function line(
  { look }: Drawing,
  points: readonly Point[],
  colour: string,
  dash: readonly number[],
  width: number,
): Line[] {
  if (points.length === 0) return [];
  const style = { borderColor: colour, borderWidth: width, borderDash: [...dash], pointRadius: 0 };
  return [{ data: placed(look, points), ...style }];
}

/** Where points lie on the axes of the look. */
function placed({ axis, height }: Look, points: readonly Point[]): Point[] {
  return points.map(({ x, y }) => ({ x: axis.of(x), y: height.of(y) }));
}

function countWithin(steps: readonly number[], [low, high]: Range): number {
  return upperBound(steps, high) - lowerBound(steps, low);
}
