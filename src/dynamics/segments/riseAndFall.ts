import { autoregression, type Autoregression } from '../autoregression';
import { correctedRho } from '../effectiveN';
import type { Blocks, SmoothShape } from './blocks';
import { pulse, ramp, risesIn, step } from './columns';

/** A rise that turns into a fall, as the best description of the log. */
export interface RiseAndFall {
  /** How much lower its BIC under autocorrelated noise is than that of the best curve that does not turn. */
  readonly lead: number;
  /** The same against a ringing with at least one full swing in view; infinite without. */
  readonly leadOverRinging: number;
  /** Standard error of the mean of so many neighbouring rows, reward units: σ²/w · (1+ρ)/(1−ρ), at most σ². */
  readonly errorOfMean: (rows: number) => number;
}

/** Timescales of the rise that are tried. */
const RISES = 9;

/**
 * Fits "up, then down" — straight to a corner and straight on, or an exponential rise, a jump and a straight line — beside
 * a constant, a straight line and the fitted curves, all under AR(1) noise, and compares them by BIC. Place and timescale
 * count as constants, which pays for having searched them.
 *
 * @param blocks the reward, in blocks
 * @param shapes the fitted curves; those that turn must only not be better
 * @returns the better of the two shapes
 */
export function riseAndFall({ count, width, y }: Blocks, shapes: readonly SmoothShape[]): RiseAndFall {
  const bic = (constants: number, { deviance }: Autoregression): number =>
    deviance + (constants + 2) * Math.log(count);
  const level = new Float64Array(count).fill(1);
  const flat = bic(1, autoregression([level], y));
  const line = bic(2, autoregression([level, ramp(count, 0)], y));
  const smooth = (turns: boolean): number[] =>
    shapes
      .filter((shape) => shape.turns === turns && (!turns || shape.swings >= 1))
      .map(({ values, constants }) => bic(constants, autoregression([level, values], y)));
  const best = turning(count, y, bic);
  const rivals = [flat, line, ...smooth(false)];
  return {
    lead: Math.min(...rivals) - best.bic,
    leadOverRinging: Math.min(Infinity, ...smooth(true)) - best.bic,
    errorOfMean: errorOfMean(best.noise, count, width, best.constants),
  };
}

interface Turn {
  /** Row block of the corner or of the jump. */
  readonly place: number;
  readonly bic: number;
  readonly noise: Autoregression;
  readonly constants: number;
}

type Shape = (place: number) => Turn;

function turning(
  count: number,
  y: Float64Array,
  bic: (constants: number, noise: Autoregression) => number,
): Turn {
  const level = new Float64Array(count).fill(1);
  const turn = (place: number, columns: readonly Float64Array[], constants: number): Turn => {
    const noise = autoregression([level, ...columns], y);
    return { place, noise, constants, bic: bic(constants, noise) };
  };
  const corner: Shape = (place) => turn(place, [ramp(count, 0), ramp(count, place)], 4);
  // The block in which it jumps belongs to neither side: it has a value of its own.
  const jumpAfter =
    (rise: Float64Array): Shape =>
    (place) =>
      turn(place, [rise, pulse(count, place), step(count, place + 1), ramp(count, place)], 7);
  const shapes = [corner, ...risesIn(count, RISES).map(jumpAfter)];
  return lowest(shapes.flatMap((shape) => placesIn(count).map(shape)));
}

function lowest(turns: readonly Turn[]): Turn {
  return turns.reduce((best, one) => (one.bic < best.bic ? one : best));
}

/** Every block but the ends: a jump put beside its place leaves outliers that look like nothing at all. */
function placesIn(count: number): number[] {
  return Array.from({ length: Math.max(0, count - 3) }, (_, i) => i + 1);
}

function errorOfMean(
  { rho, sigma }: Autoregression,
  count: number,
  width: number,
  constants: number,
): RiseAndFall['errorOfMean'] {
  const carried = Math.max(0, correctedRho(rho, count, constants));
  return (rows) => sigma * Math.min(1, Math.sqrt((width / rows) * ((1 + carried) / (1 - carried))));
}
