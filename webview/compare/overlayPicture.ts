import type { ComparedRunView } from '../../src/compareProtocol';
import { letterOf } from '../../src/compare/letterOf';
import type { TimeAxis } from '../../src/report/timeAxes';
import { axisFrom, sharedAxis, stepAxis, type Axis } from '../chart/axis';
import { nearestIndex } from '../chart/cursor';
import type { DrawnBand } from '../chart/drawnBands';
import type { Point } from '../chart/drawnPicture';
import { extent, padded, span, type Range } from '../chart/range';

/** One run over the others; `x` is a place on the axis that is shown, whatever that counts. */
export interface OverlayCurve {
  readonly letter: string;
  readonly name: string;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The step behind each point. */
  readonly steps: readonly number[];
  readonly line: readonly Point[];
  readonly band: DrawnBand | null;
}

/** Everything the comparison's chart draws, in data units; no colours, no pixels. */
export interface OverlayPicture {
  readonly curves: readonly OverlayCurve[];
  readonly axis: Axis;
  /** Every place at which some run has a point, ascending. */
  readonly places: readonly number[];
  readonly full: Range;
  readonly height: Range;
  readonly logged: Range;
}

const EDGE_SHARE = 0.012;

/** The kinds of axis that all runs have; the step first. */
export function sharedKinds(runs: readonly ComparedRunView[]): Axis['kind'][] {
  const kinds = (['tokens', 'time', 'optimizer'] as const).filter((kind) =>
    runs.every(({ axes }) => axes.some((axis) => axis.kind === kind)),
  );
  return ['step', ...kinds];
}

/** The runs over each other on an axis that all of them have. */
export function overlayPicture(
  runs: readonly ComparedRunView[],
  names: readonly string[],
  kind: Axis['kind'],
  stepTitle: string,
): OverlayPicture {
  const curves = runs.map((run, i) => curveOf(run, names[i], letterOf(i), placeOf(run, kind)));
  const xs = curves.flatMap((curve) => [
    ...(extent(curve.xs) ?? []),
    ...(extent(curve.line.map(({ x }) => x)) ?? []),
  ]);
  const whole = extent(xs) ?? [0, 1];
  const logged = extent(curves.flatMap((curve) => [...(extent(curve.ys) ?? [])])) ?? [0, 1];
  const fitted = extent(curves.flatMap(({ line }) => [...(extent(line.map(({ y }) => y)) ?? [])]));
  return {
    curves,
    axis: axisOf(runs, kind, stepTitle, whole),
    places: [...new Set(curves.flatMap((curve) => [...curve.xs]))].sort((a, b) => a - b),
    full: padded(whole, EDGE_SHARE),
    height: padded(extent([...logged, ...(fitted ?? [])]) ?? logged, 0.06),
    logged,
  };
}

/** Where a run was at a place: its nearest point, unless that is further off than its points lie apart. */
export function pointNear({ xs, ys }: OverlayCurve, place: number): Point | null {
  const at = nearestIndex(xs, place);
  if (at === null) return null;
  const apart = xs.length < 2 ? 0 : (xs[xs.length - 1] - xs[0]) / (xs.length - 1);
  return Math.abs(xs[at] - place) <= apart ? { x: xs[at], y: ys[at] } : null;
}

/** Height of a run's fitted curve at a place; null where it has none there. */
export function heightAt({ line }: OverlayCurve, place: number): number | null {
  const last = line.length - 1;
  if (last < 1 || place < line[0].x || place > line[last].x) return null;
  const next = Math.max(
    1,
    line.findIndex(({ x }) => x >= place),
  );
  const [a, b] = [line[next - 1], line[next]];
  return b.x === a.x ? b.y : a.y + ((b.y - a.y) * (place - a.x)) / (b.x - a.x);
}

function axisOf(runs: readonly ComparedRunView[], kind: Axis['kind'], stepTitle: string, whole: Range): Axis {
  if (kind === 'step') return stepAxis(stepTitle);
  return sharedAxis(kind, timeAxis(runs[0], kind)?.title ?? kind, span(whole));
}

function placeOf(run: ComparedRunView, kind: Axis['kind']): (step: number) => number {
  const axis = kind === 'step' ? undefined : timeAxis(run, kind);
  return axis === undefined ? (step) => step : axisFrom(axis).of;
}

function timeAxis({ axes }: ComparedRunView, kind: Axis['kind']): TimeAxis | undefined {
  return axes.find((axis) => axis.kind === kind);
}

function curveOf(
  { points, track }: ComparedRunView,
  name: string,
  letter: string,
  at: (step: number) => number,
): OverlayCurve {
  const places = track === null ? [] : track.steps.map(at);
  const band = track?.band ?? null;
  return {
    ...{ letter, name },
    xs: points.steps.map(at),
    ys: points.rewards,
    steps: points.steps,
    line: places.map((x, i) => ({ x, y: track?.reward[i] ?? NaN })),
    band: band === null ? null : { steps: places, low: band.low, high: band.high },
  };
}
