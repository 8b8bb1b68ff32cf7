import type { Series } from '../../run/run';
import { evaluateCurve } from '../evaluateCurve';
import type { Fit } from '../fit';
import { fitCurves } from '../fitCurves';
import { meanOf } from '../means';

/** Long logs are judged by this many means of neighbouring rows. */
const MOST_BLOCKS = 120;

/** Means of neighbouring rows: single rows do not count, and a search for places stays short. */
export interface Blocks {
  readonly count: number;
  /** Rows each. */
  readonly width: number;
  /** Rows before the first block: what is left over is at the start, where it matters least. */
  readonly offset: number;
  /** Mean steps, from 0. */
  readonly at: Float64Array;
  /** Mean rewards. */
  readonly y: Float64Array;
}

/** A smooth course of the reward that needs no break, over the blocks. */
export interface SmoothShape {
  readonly values: Float64Array;
  /** Constants of the curve. */
  readonly constants: number;
  /** True for an oscillator below critical damping: it turns, as a collapse does. */
  readonly turns: boolean;
  /** Full swings within the log; 0 without swings. */
  readonly swings: number;
}

/**
 * Means of neighbouring rows, at most 120 of them.
 *
 * @param series a reward by step
 * @returns the blocks
 */
export function blocksOf({ steps, values }: Pick<Series, 'steps' | 'values'>): Blocks {
  const width = Math.max(1, Math.ceil(values.length / MOST_BLOCKS));
  const count = Math.floor(values.length / width);
  const offset = values.length - count * width;
  const means = (of: Float64Array): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => meanOf(of, offset + i * width, offset + (i + 1) * width));
  const at = means(steps);
  return { count, width, offset, at: at.map((step) => step - at[0]), y: means(values) };
}

/**
 * The curves of the Report fitted to the blocks: what a break has to beat.
 *
 * @param blocks the blocks
 * @returns one shape for each curve that could be fitted
 */
export function smoothShapes({ at, y }: Blocks): SmoothShape[] {
  const { curves } = fitCurves(at, y, { intervals: false });
  return Object.values(curves)
    .filter((fit) => fit !== null)
    .map((fit) => shapeOf(fit, at));
}

function shapeOf({ curve, constants, derived }: Fit, at: Float64Array): SmoothShape {
  const period = derived.period?.value;
  return {
    values: at.map((t) => evaluateCurve(curve, constants, t)),
    constants: Object.keys(constants).length,
    turns: period !== undefined,
    swings: period === undefined ? 0 : at[at.length - 1] / period,
  };
}
