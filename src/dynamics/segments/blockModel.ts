import { autoregression, type Autoregression } from '../autoregression';
import type { Blocks, SmoothShape } from './blocks';
import { ramp, risesIn } from './columns';
import { RISES } from './stepScan';

/** Columns beside a level, weighed as descriptions of the blocks under AR(1) noise with its own ρ. */
export interface BlockModel {
  readonly blocks: Blocks;
  /** BIC of level and columns with so many constants, ρ and variance beside them. */
  readonly bic: (
    columns: readonly Float64Array[],
    constants: number,
  ) => { bic: number; noise: Autoregression };
  /** Exponential approaches of several timescales. */
  readonly rises: readonly Float64Array[];
}

/**
 * What descriptions of some blocks are weighed with.
 *
 * @param blocks the reward, in blocks
 */
export function blockModel(blocks: Blocks): BlockModel {
  const { count, y } = blocks;
  const level = new Float64Array(count).fill(1);
  return {
    blocks,
    rises: risesIn(count, RISES),
    bic: (columns, constants) => {
      const noise = autoregression([level, ...columns], y);
      return { noise, bic: noise.deviance + (constants + 2) * Math.log(count) };
    },
  };
}

/** A curve that does this share of its way within one block is a step by another name. */
const STEEPEST = 0.8;

/** Whether a shape is a course and no step; a start faster than the blocks can show is one, too. */
function isSmooth({ values }: SmoothShape): boolean {
  const range = Math.abs(values[values.length - 1] - values[0]);
  const steepest = values.reduce(
    (most, v, i) => (i < 3 ? 0 : Math.max(most, Math.abs(v - values[i - 2]))),
    0,
  );
  return steepest < STEEPEST * range || range === 0;
}

/**
 * Least BIC of what has no break at all: a constant, a line, exponential rises and the fitted curves, with a drift, too.
 *
 * @param model the blocks
 * @param shapes the fitted curves over them
 */
export function smoothest(
  { blocks: { count }, bic, rises }: BlockModel,
  shapes: readonly SmoothShape[],
): number {
  const drift = ramp(count, 0);
  return Math.min(
    bic([], 1).bic,
    bic([drift], 2).bic,
    ...rises.map((rise) => bic([rise, drift], 4).bic),
    ...shapes
      .filter(isSmooth)
      .flatMap(({ values, constants }) => [
        bic([values], constants).bic,
        bic([values, drift], constants + 1).bic,
      ]),
  );
}
