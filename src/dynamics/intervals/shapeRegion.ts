import type { ShapeBox } from '../curves/curve';

/** A shape that was judged. */
export interface Judged<Content> {
  readonly shape: readonly number[];
  readonly content: Content;
  /** Deviance: the smaller, the better the shape. */
  readonly deviance: number;
}

/** A shape that was judged, on a lattice through the shape space. */
export interface RegionCell<Content> extends Judged<Content> {
  /** Whether the region may go on: the cell lies on the edge of the search box, next to it, or at the lattice's end. */
  open: boolean;
  /** Whether its place on the lattice lies outside the search box, on whose edge the shape then is. */
  readonly beyond: boolean;
  /** Its place on the lattice. */
  readonly key: number;
}

/** All shapes whose deviance is within a threshold of the least, and their neighbours just outside. */
export interface ShapeRegion<Content> {
  readonly cells: ReadonlyMap<number, RegionCell<Content>>;
  readonly least: number;
  readonly threshold: number;
  /** One step along each axis of the lattice. */
  readonly axes: readonly (readonly number[])[];
  readonly box: ShapeBox;
  readonly judge: Judge<Content>;
}

/** Judges one shape. */
export type Judge<Content> = (shape: readonly number[]) => { content: Content; deviance: number };

/** Lattice spacing in standard deviations of the shape constants, and its largest share of the box. */
const SPACING = 0.9;
const SHARE = 1 / 24;
/** Most cells: a region larger than that bounds nothing. */
const MOST = 240;

/**
 * Explore the confidence region of the shape constants by filling a lattice from its middle (and from other minima)
 * outwards, as far as the deviance stays within the threshold. No ellipse is assumed: bent valleys, regions that run
 * into the edge of the search box and separate islands come out as they are.
 *
 * @param middle the best shape
 * @param others other minima, which may have islands of their own
 * @param variances the Gauss–Newton matrix at the middle divided by the noise variance, row by row
 * @param box limits of the search
 * @param ownLimit index of a shape constant whose lower limit is no end of the search
 * @param judge deviance of a shape
 * @param threshold how much above the least deviance still belongs to the region
 * @returns the cells, inside and just outside
 */
export function shapeRegion<Content>(
  middle: readonly number[],
  others: readonly (readonly number[])[],
  variances: Float64Array,
  box: ShapeBox,
  ownLimit: number | null,
  judge: Judge<Content>,
  threshold: number,
): ShapeRegion<Content> {
  const axes = latticeAxes(variances, box);
  const cells = new Map<number, RegionCell<Content>>();
  let least = Infinity;
  const visit = (key: number): RegionCell<Content> => {
    const known = cells.get(key);
    if (known !== undefined) return known;
    const free = positionOf(key, middle, axes);
    const shape = free.map((value, k) => Math.min(box.upper[k], Math.max(box.lower[k], value)));
    const outside = shape.map((value, k) => value !== free[k]);
    const open = outside.some((out, k) => out && !(k === ownLimit && shape[k] === box.lower[k]));
    const cell = { shape, ...judge(shape), open, beyond: outside.includes(true), key };
    least = Math.min(least, cell.deviance);
    cells.set(key, cell);
    return cell;
  };
  const steps = axes.length === 1 ? 2 : 4;
  const seeds = [middle, ...others]
    .map((shape) => nearestKey(shape, middle, axes))
    .filter((key) => key !== null);
  const queue = seeds.map(visit);
  for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
    if (cell.deviance > least + threshold || cell.beyond) continue;
    const around = neighbours(cell.key).slice(0, steps);
    if (cells.size >= MOST) cell.open = true;
    else for (const key of around) if (!cells.has(key)) queue.push(visit(key));
    if (around.some((key) => reachesOut(cells.get(key)))) cell.open = true;
  }
  return { cells, least, threshold, axes, box, judge };
}

function reachesOut(cell: RegionCell<unknown> | undefined): boolean {
  return cell !== undefined && cell.open && cell.beyond;
}

/** Lattice places are numbered row by row, the middle at the middle of a lattice far larger than any box. */
const ROW = 4096;
const MIDDLE = (ROW / 2) * ROW + ROW / 2;

/**
 * Places next to one on the lattice.
 *
 * @param key a place
 * @returns one step along each axis, both ways (both axes, whether or not the second is in use)
 */
export function neighbours(key: number): readonly number[] {
  return [key - 1, key + 1, key - ROW, key + ROW];
}

function positionOf(key: number, middle: readonly number[], axes: readonly (readonly number[])[]): number[] {
  const i = (key % ROW) - ROW / 2;
  const j = Math.floor(key / ROW) - ROW / 2;
  return middle.map((value, k) => value + i * axes[0][k] + (axes.length > 1 ? j * axes[1][k] : 0));
}

/** Principal axes of the curvature (constants measured in shares of the box), each a fixed number of deviations long. */
function latticeAxes(curvature: Float64Array, { lower, upper }: ShapeBox): number[][] {
  const reach = upper.map((value, k) => SHARE * (value - lower[k]));
  const length = (stiffness: number): number => Math.min(1, SPACING / Math.sqrt(Math.max(stiffness, 1e-300)));
  if (reach.length === 1) return [[reach[0] * length(curvature[0] * reach[0] ** 2)]];
  const a = curvature[0] * reach[0] ** 2;
  const b = curvature[1] * reach[0] * reach[1];
  const c = curvature[3] * reach[1] ** 2;
  const angle = Math.atan2(2 * b, a - c) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = length(a * cos * cos + 2 * b * cos * sin + c * sin * sin);
  const across = length(a * sin * sin - 2 * b * cos * sin + c * cos * cos);
  return [
    [cos * along * reach[0], sin * along * reach[1]],
    [-sin * across * reach[0], cos * across * reach[1]],
  ];
}

/** The place next to a shape; null where that is off the lattice, hundreds of deviations away. */
function nearestKey(
  shape: readonly number[],
  middle: readonly number[],
  axes: readonly (readonly number[])[],
): number | null {
  const away = shape.map((value, k) => value - middle[k]);
  const [[a, b = 0], [c, d] = [0, 1]] = axes;
  const determinant = a * d - b * c;
  const i = Math.round((away[0] * d - (away[1] ?? 0) * c) / determinant);
  const j = axes.length === 1 ? 0 : Math.round((away[1] * a - away[0] * b) / determinant);
  const reach = ROW / 2 - 1;
  return Math.abs(i) < reach && Math.abs(j) < reach ? MIDDLE + i + ROW * j : null;
}
