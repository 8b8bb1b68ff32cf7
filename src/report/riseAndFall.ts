import type { Fit } from '../dynamics/fit';
import { correctedRho } from '../dynamics/effectiveN';
import type { Series } from '../run/run';
import { autoregression, type Autoregression } from './autoregression';
import { valueAt } from './plateauClaim';
import { meanOf } from './levels';

/** A rise that turns into a fall, as the best description of the log. */
export interface RiseAndFall {
  /** How much lower its BIC under autocorrelated noise is than that of the best curve that does not turn. */
  readonly lead: number;
  /** Standard error of the mean of so many neighbouring rows, reward units: σ²/w · (1+ρ)/(1−ρ), at most σ². */
  readonly errorOfMean: (rows: number) => number;
}

/** Long logs are judged by this many means of neighbouring rows. */
const MOST_BLOCKS = 120;
/** Timescales of the rise that are tried. */
const RISES = 9;

/**
 * Fits "up, then down" — straight to a corner and straight on, or an exponential rise, a jump and a straight line — beside
 * a constant, a straight line and the fitted curves, all under AR(1) noise, and compares them by BIC. Place and timescale
 * count as constants, which pays for having searched them.
 *
 * @param series the reward
 * @param curves the fitted curves, which do not turn
 * @returns the better of the two shapes
 */
export function riseAndFall({ steps, values }: Series, curves: readonly Fit[]): RiseAndFall {
  const width = Math.ceil(values.length / MOST_BLOCKS);
  const count = Math.floor(values.length / width);
  // From the end: what is left over is at the start, where it matters least.
  const offset = values.length - count * width;
  const blocks = (of: Float64Array): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => meanOf(of, offset + i * width, offset + (i + 1) * width));
  const y = blocks(values);
  const at = blocks(steps).map((step) => step - steps[0]);
  const bic = (constants: number, { deviance }: Autoregression): number =>
    deviance + (constants + 2) * Math.log(count);
  const level = new Float64Array(count).fill(1);
  const flat = bic(1, autoregression([level], y));
  const line = bic(2, autoregression([level, ramp(count, 0)], y));
  const monotone = curves.map((fit) =>
    bic(Object.keys(fit.constants).length, autoregression([level, at.map((t) => valueAt(fit, t))], y)),
  );
  const best = turning(count, y, bic);
  return {
    lead: Math.min(flat, line, ...monotone) - best.bic,
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
  const shapes = [corner, ...risesIn(count).map(jumpAfter)];
  return lowest(shapes.flatMap((shape) => placesIn(count).map(shape)));
}

function lowest(turns: readonly Turn[]): Turn {
  return turns.reduce((best, one) => (one.bic < best.bic ? one : best));
}

/** Exponential approaches, from one block to the whole log long. */
function risesIn(count: number): Float64Array[] {
  return Array.from({ length: RISES }, (_, k) => {
    const timescale = count ** (k / (RISES - 1));
    return Float64Array.from({ length: count }, (__, i) => Math.exp(-i / timescale));
  });
}

/** Every block but the ends: a jump put beside its place leaves outliers that look like nothing at all. */
function placesIn(count: number): number[] {
  return Array.from({ length: Math.max(0, count - 3) }, (_, i) => i + 1);
}

function ramp(count: number, from: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => Math.max(0, i - from) / count);
}

function step(count: number, from: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i >= from ? 1 : 0));
}

function pulse(count: number, at: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i === at ? 1 : 0));
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
