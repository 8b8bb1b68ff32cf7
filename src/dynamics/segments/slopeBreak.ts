import type { Autoregression } from '../autoregression';
import { correctedRho } from '../effectiveN';
import { blockModel, smoothest, type BlockModel } from './blockModel';
import type { Blocks, SmoothShape } from './blocks';
import { decay, ramp } from './columns';

/** A place at which the reward goes on from where it was, but at another slope. */
export interface SlopeBreak {
  /** How much lower its BIC under autocorrelated noise is than that of the best smooth course. */
  readonly lead: number;
  /** The same against a bend well away from the place, which would have nothing to do with it. */
  readonly leadOverElsewhere: number;
  /** Slope before and after, reward units per block. */
  readonly slopes: readonly [before: number, after: number];
  /** Their difference in its autocorrelated standard errors. */
  readonly errors: number;
  /** What the difference amounts to over the blocks it was read from, reward units. */
  readonly amount: number;
}

/** Fewer blocks on either side have no slope. */
const FEWEST_BLOCKS = 10;
/** Blocks on either side from which the slope is read, as a share of all. */
const SIDE = 0.25;
/** Timescales of a rise that begins at the place, as shares of the blocks that follow. */
const ONWARD = [0.1, 0.3, 1];
/** Bends nearer to the place than this share of the blocks are the same bend; others are tried as far apart. */
const ELSEWHERE = 0.1;

/**
 * Whether the slope breaks at a given place, the level going on: a level, a line or an exponential rise with a corner
 * there, or with a new rise that begins there, beside everything smooth (`smoothest`) and beside bends elsewhere, all under
 * AR(1) noise with its own ρ.
 *
 * @param blocks the reward, in blocks
 * @param shapes the fitted curves over them
 * @param place the block at which training was resumed
 * @returns the break; null where either side is too short to have a slope
 */
export function slopeBreak(blocks: Blocks, shapes: readonly SmoothShape[], place: number): SlopeBreak | null {
  const { count, y } = blocks;
  if (place < FEWEST_BLOCKS || count - place < FEWEST_BLOCKS) return null;
  const model = blockModel(blocks);
  const { bic, noise } = bentAt(model, place);
  const apart = Math.max(1, Math.round(ELSEWHERE * count));
  const elsewhere = Array.from({ length: Math.floor(count / apart) }, (_, i) => i * apart)
    .filter((other) => other >= apart && count - other >= apart && Math.abs(other - place) >= apart)
    .map((other) => bentAt(model, other).bic);
  const side = Math.min(place, count - place, Math.max(FEWEST_BLOCKS, Math.round(SIDE * count)));
  const slopes = [
    slopeOf(y.subarray(place - side, place)),
    slopeOf(y.subarray(place, place + side)),
  ] as const;
  const change = Math.abs(slopes[1] - slopes[0]);
  return {
    lead: smoothest(model, shapes) - bic,
    leadOverElsewhere: Math.min(Infinity, ...elsewhere) - bic,
    slopes,
    errors: change / (Math.SQRT2 * errorOfSlope(noise, side, count)),
    amount: change * side,
  };
}

/** The best course with a bend at a place. */
function bentAt(
  { blocks: { count }, bic, rises }: BlockModel,
  place: number,
): { bic: number; noise: Autoregression } {
  const bases: (readonly [Float64Array[], number])[] = [
    [[], 1],
    [[ramp(count, 0)], 2],
    ...rises.map((rise): readonly [Float64Array[], number] => [[rise], 3]),
  ];
  const bends: (readonly [Float64Array, number])[] = [
    [ramp(count, place), 1],
    ...ONWARD.map((share) => [onward(count, place, Math.max(1, share * (count - place))), 2] as const),
  ];
  return bases
    .flatMap(([base, cost]) => bends.map(([bend, more]) => bic([...base, bend], cost + more)))
    .reduce((a, b) => (b.bic < a.bic ? b : a));
}

/** An exponential rise to 1 that begins at a block, 0 before it. */
function onward(count: number, from: number, timescale: number): Float64Array {
  return decay(count, from, timescale).map((left, i) => (i < from ? 0 : 1 - left));
}

/** Slope of the least-squares line, per block. */
function slopeOf(y: Float64Array): number {
  const middle = (y.length - 1) / 2;
  const products = y.reduce((sum, value, i) => sum + value * (i - middle), 0);
  return products / y.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}

/** Of the slope of a line through so many blocks: σ² · 12/(m³ − m), times (1 + ρ)/(1 − ρ) for the autocorrelation. */
function errorOfSlope({ rho, sigma }: Autoregression, blocks: number, count: number): number {
  const carried = Math.max(0, correctedRho(rho, count, 4));
  return sigma * Math.sqrt((12 / (blocks ** 3 - blocks)) * ((1 + carried) / (1 - carried)));
}
