import type { Autoregression } from '../autoregression';
import { correctedRho } from '../effectiveN';
import { meanOf } from '../means';
import type { Blocks, SmoothShape } from './blocks';
import { blockModel, smoothest, type BlockModel } from './blockModel';
import { decay, pulse, ramp, softStep, step } from './columns';
import { stepScan, type ScannedStep } from './stepScan';

/** A lasting step of the level. */
export interface LevelStep {
  /** First block of the new level. */
  readonly place: number;
  /** How much lower its BIC under autocorrelated noise is than that of the best smooth course. */
  readonly lead: number;
  /** The same against smooth steps and corners at the place: how much speaks for a break and against a quick change. */
  readonly abruptness: number;
  /** Level after less level before, reward units. */
  readonly jump: number;
  /** The jump in standard errors of the difference of the two means (autocorrelated). */
  readonly errors: number;
}

/** Fewer blocks, or rows, on either side have no level. */
const FEWEST_BLOCKS = 6;
const FEWEST_ROWS = 12;
/** Places that are looked at closely. */
const TRIED = 6;
/** Timescales of learning again after the step, as shares of the blocks that follow. */
const AGAIN = [0.1, 0.3, 1];
/** Widths of a smooth step, in shares of the log; at least one block. */
const SOFT = [0.012, 0.025, 0.05];
/** Blocks on either side that say what the level is. */
const LEVEL_SHARE = 0.1;

/**
 * The best place for a lasting step of the level, with or without learning again after it, beside everything smooth: a
 * constant, a line, the fitted curves (with a drift, too), a corner and soft steps at the place. All under AR(1) noise
 * with its own ρ; place and timescales count as constants.
 *
 * @param blocks the reward, in blocks
 * @param shapes the fitted curves over them
 * @param only the one place to be judged (a resume); all without
 * @returns the best step; null where the log is too short for any
 */
export function levelStep(
  blocks: Blocks,
  shapes: readonly SmoothShape[],
  only: number | null = null,
): LevelStep | null {
  const { count, width, y } = blocks;
  const margin = Math.max(FEWEST_BLOCKS, Math.ceil(FEWEST_ROWS / width));
  if (count < 2 * margin + 1) return null;
  const scanned = stepScan(y, margin).filter(({ place }) => only === null || Math.abs(place - only) <= 1);
  const model = blockModel(blocks);
  const steps = scanned.slice(0, TRIED).map((at) => ({ at, ...breakAt(model, at) }));
  if (steps.length === 0) return null;
  const best = steps.reduce((a, b) => (b.bic < a.bic ? b : a));
  const { place } = best.at;
  const side = Math.max(3, Math.round(LEVEL_SHARE * count));
  const before = Math.min(side, place);
  const after = Math.min(side, count - place - best.mixed);
  const from = place + best.mixed;
  const jump = meanOf(y, from, from + after) - meanOf(y, place - before, place);
  const carried = Math.max(0, correctedRho(best.noise.rho, count, 4));
  const inflation = (1 + carried) / (1 - carried);
  const variance = (rows: number): number => Math.min(1, inflation / rows);
  return {
    place,
    lead: smoothest(model, shapes) - best.bic,
    abruptness: softest(model, best.at) - best.bic,
    jump,
    errors: Math.abs(jump) / (best.noise.sigma * Math.sqrt(variance(before) + variance(after))),
  };
}

/** The rise a step stands on, and how many constants it costs beside the level. */
function baseOf({ rises }: BlockModel, { rise }: ScannedStep): readonly [Float64Array[], number] {
  return rise === null ? [[], 0] : [[rises[rise]], 2];
}

interface Break {
  readonly bic: number;
  readonly noise: Autoregression;
  /** 1 where the block at the place holds rows of both levels. */
  readonly mixed: 0 | 1;
}

function breakAt(model: BlockModel, at: ScannedStep): Break {
  const { count, width } = model.blocks;
  const { place } = at;
  const [base, cost] = baseOf(model, at);
  const clean = [step(count, place)];
  const mixed = [pulse(count, place), step(count, place + 1)];
  const variants = (columns: Float64Array[], isMixed: 0 | 1): Break[] => {
    const from = place + isMixed;
    const again = AGAIN.map((share) => decay(count, from, Math.max(1, share * (count - from))));
    return [
      { ...model.bic([...base, ...columns], 3 + cost + isMixed), mixed: isMixed },
      ...again.map((column) => ({
        ...model.bic([...base, ...columns, column], 5 + cost + isMixed),
        mixed: isMixed,
      })),
    ];
  };
  const all = [...variants(clean, 0), ...(width > 1 ? variants(mixed, 1) : [])];
  return all.reduce((a, b) => (b.bic < a.bic ? b : a));
}

/** Least BIC of a quick but smooth change near the place. */
function softest(model: BlockModel, at: ScannedStep): number {
  const { count } = model.blocks;
  const [base, cost] = baseOf(model, at);
  const widths = SOFT.map((share) => Math.max(1, share * count));
  const soft = widths.flatMap((width) =>
    [-1, 0, 1].map(
      (shift) => model.bic([...base, softStep(count, at.place - 0.5 + shift * width, width)], 4 + cost).bic,
    ),
  );
  const corner = [-4, -2, 0].map(
    (shift) => model.bic([...base, ramp(count, at.place + shift)], 3 + cost).bic,
  );
  return Math.min(...soft, ...corner);
}
