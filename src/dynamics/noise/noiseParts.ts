import { WHY_NO_PARTS } from './whyNoParts';
import type { Family } from '../curves/curve';
import { constantReward } from '../curves/nullCurves';
import type { Times } from '../times';
import { residualLikelihood } from './residualLikelihood';

/** A standard deviation with its 95 % interval, in the residuals' unit. */
export interface NoisePart {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/** The two parts of the noise around a curve (theory.md §4). */
export interface NoiseParts {
  /** The part that carries over from row to row: the jitter of the policy itself. */
  readonly process: NoisePart;
  /** The part that is new in every row: the sampling noise of a batch mean. */
  readonly sampling: NoisePart;
}

/** A fitted curve and what it leaves over. */
export interface Leftover {
  readonly residuals: Float64Array;
  readonly family: Family;
  readonly times: Times;
  readonly shape: readonly number[];
}

/** Fewer rows cannot tell a short memory from none. */
const FEWEST_ROWS = 80;
/** Of more rows, the last ones say what the noise is now. */
const MOST_ROWS = 4000;
/** 95 % points of χ² with one and two degrees of freedom. */
const ONE = 3.84;
const TWO = 5.99;
/** A memory longer than this share of the rows cannot be told from a curve that fits badly. */
const LONGEST_MEMORY = 0.1;
const THETAS = 20;
const MEMORIES = 20;
/** How often the grid is narrowed, and the deviance above the least that stays in view. */
const ZOOMS = 2;
const NEAR = 8;
/** Second partial autocorrelations, on the atanh scale, against which a first-order process has to hold. */
const SECONDS = [-1.6, -0.8, -0.4, -0.2, 0.2, 0.4];

/**
 * Separate process noise from sampling noise: a first-order autoregression seen through white noise is an ARMA(1,1) with moving
 * average θ between 0 (no sampling noise) and ρ (nothing else), and its restricted likelihood, which corrects for what
 * fitting the curve took out of the residuals, is taken over a grid of both. An interval holds what lies within the 95 % point of χ²(1)
 * of the best. Not told apart: where white noise alone is within that of χ²(2), and where a second-order autoregression is better than
 * any first-order one (an underdamped process, theory.md §4: with white noise on top it has four constants, and no
 * log is long enough for them). Rows count as evenly spaced.
 *
 * @param leftover what a curve leaves over, one value per row
 * @returns both parts, or why they cannot be told apart
 */
export function noiseParts(leftover: Leftover): NoiseParts | string {
  if (leftover.residuals.length < FEWEST_ROWS) return WHY_NO_PARTS.fewerThan(FEWEST_ROWS);
  if (!leftover.residuals.some((value) => value !== 0)) return WHY_NO_PARTS.noNoise();
  const { residuals, family, times, shape } = latest(leftover);
  const likelihoodAt = residualLikelihood(residuals, family, times, shape);
  const n = residuals.length;
  const degrees = n - family.shapes - 2;
  const longest = Math.exp(-1 / (LONGEST_MEMORY * n));
  const white = likelihoodAt(0, 0).restricted(0, 0);
  const at = (theta: number): ((rho: number) => Model) => modelsAt(likelihoodAt(theta, 0), degrees);
  const coarse = gridOf(at, [0, longest], [0, longest]);
  const models = [...coarse, ...finer(at, coarse, longest)];
  const best = models.reduce((a, b) => (b.deviance < a.deviance ? b : a));
  const averages = Array.from({ length: THETAS }, (_, i) => (longest * i) / THETAS);
  const second = Math.min(
    ...averages.map((theta) => secondOrder(likelihoodAt(theta, 0).restricted, longest)),
  );
  if (white <= best.deviance + TWO) return WHY_NO_PARTS.nothingCarried();
  if (second < best.deviance - ONE) return WHY_NO_PARTS.otherwise();
  const kept = models.filter(({ deviance }) => deviance <= best.deviance + ONE);
  const limit = best.deviance + ONE;
  return {
    process: partOf(best, kept, limit, degrees, ({ share }) => share),
    sampling: partOf(best, kept, limit, degrees, ({ share }) => 1 - share),
  };
}

interface Model {
  readonly theta: number;
  readonly rho: number;
  /** Share of the variance that carries over, 0 … 1. */
  readonly share: number;
  readonly deviance: number;
  /** Most likely variance of a row. */
  readonly variance: number;
}

type Range = readonly [low: number, high: number];
type ModelsAt = (theta: number) => (rho: number) => Model;

function modelsAt(
  { theta, restricted, weigh }: ReturnType<ReturnType<typeof residualLikelihood>>,
  degrees: number,
): (rho: number) => Model {
  return (rho) => {
    const deviance = restricted(Math.atanh(rho), 0);
    const { penalty, rowVariance } = weigh(Math.atanh(rho), 0);
    const variance = (Math.exp((deviance - penalty) / degrees) / degrees) * rowVariance;
    return { theta, rho, share: processShare(rho, theta), deviance, variance };
  };
}

function gridOf(at: ModelsAt, [from, to]: Range, [low, high]: Range): Model[] {
  const models: Model[] = [];
  for (let i = 0; i < THETAS; i++) {
    const theta = from + ((to - from) * i) / THETAS;
    const least = Math.max(theta, low);
    const modelAt = at(theta);
    // Denser towards θ, where little is process noise.
    for (let j = 1; j <= MEMORIES && least < high; j++)
      models.push(modelAt(least + (high - least) * (j / MEMORIES) ** 1.5));
  }
  return models;
}

/** A long log knows its noise better than the grid: the region of what is still likely once more, and once more. */
function finer(at: ModelsAt, coarse: readonly Model[], longest: number): Model[] {
  const found: Model[] = [];
  let [models, width] = [coarse, longest / THETAS];
  for (let zoom = 0; zoom < ZOOMS; zoom++) {
    const least = models.reduce((low, { deviance }) => Math.min(low, deviance), Infinity);
    const near = models.filter(({ deviance }) => deviance <= least + NEAR);
    const range = (read: (model: Model) => number): Range => [
      Math.max(0, Math.min(...near.map(read)) - width),
      Math.min(longest, Math.max(...near.map(read)) + width),
    ];
    const thetas = range(({ theta }) => theta);
    models = gridOf(
      at,
      thetas,
      range(({ rho }) => rho),
    );
    found.push(...models);
    width = (thetas[1] - thetas[0]) / THETAS;
  }
  return found;
}

/** What a curve took out of so many rows is not worth correcting for, so a level stands for it. */
function latest(leftover: Leftover): Leftover {
  const { residuals, times } = leftover;
  const from = residuals.length - MOST_ROWS;
  if (from <= 0) return leftover;
  return {
    residuals: residuals.subarray(from),
    family: constantReward,
    times: { t: times.t.subarray(from), logT: times.logT.subarray(from) },
    shape: [],
  };
}

/** From equal autocovariances: white share = θ(1 − ρ²)/(ρ(1 + θ² − 2ρθ)). */
function processShare(rho: number, theta: number): number {
  return 1 - (theta * (1 - rho * rho)) / (rho * (1 + theta * theta - 2 * rho * theta));
}

/** The least deviance of autoregressions of second order beside one moving average. */
function secondOrder(restricted: (first: number, second: number) => number, longest: number): number {
  let least = Infinity;
  for (const second of SECONDS)
    for (let j = 0; j < MEMORIES; j++)
      least = Math.min(least, restricted(Math.atanh((longest * j) / MEMORIES), second));
  return least;
}

/** The variance may still differ from its best by √(2 · room / n) on the logarithmic scale. */
function partOf(
  best: Model,
  kept: readonly Model[],
  limit: number,
  n: number,
  shareOf: (model: Model) => number,
): NoisePart {
  const spread = (model: Model): number => Math.sqrt(Math.max(0, shareOf(model)) * model.variance);
  const reach = (model: Model): number => Math.exp(Math.sqrt((limit - model.deviance) / (2 * n)));
  return {
    value: spread(best),
    interval: [
      Math.min(...kept.map((model) => spread(model) / reach(model))),
      Math.max(...kept.map((model) => spread(model) * reach(model))),
    ],
  };
}
