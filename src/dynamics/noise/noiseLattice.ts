import type { Family } from '../curves/curve';
import { goldenSection } from '../goldenSection';
import type { Times } from '../times';
import { residualLikelihood, type ResidualLikelihood, type WeightedNoise } from './residualLikelihood';

/** Noise models around the most likely ones, and what the most likely one says. */
export interface NoiseLattice {
  readonly models: readonly WeightedNoise[];
  /** The most likely one, by restricted likelihood. */
  readonly best: WeightedNoise;
  /** See `NoiseModel.inflation`, at the most likely model; at least 1. */
  readonly inflation: number;
}

/** Moving averages that are tried; with an autoregression of its own beside each, they need not be dense. */
const THETAS = [0, 0.5, 0.75, 0.88, 0.95, 0.98];
/** A moving average must lower the deviance by the 95 % point of χ² with one degree of freedom, or it is not there. */
const EARNED = 3.84;
/** Further from the best than this, a moving average adds next to nothing to a 95 % region. */
const KEPT = 2.5;
/** Neighbouring moving averages that a log cannot tell apart need not all be tried. */
const MOST_KEPT = 3;
/** Where π may lie, on the atanh scale: ±0.99991, and not so negative that only noise would do it. */
const FIRST: readonly [number, number] = [-1.5, 5];
const SECOND: readonly [number, number] = [-2.5, 1.5];
/** Lattice spacing in standard deviations, and its reach: a persistent noise hides behind a short log, so more upward. */
const SPACING = 0.85;
const REACH_FIRST: readonly [number, number] = [-3, 6];
const REACH_SECOND: readonly [number, number] = [-3, 3];

/** The most likely autoregression beside one moving average, partial autocorrelations on the atanh scale. */
interface Summit {
  readonly likelihood: ResidualLikelihood;
  readonly first: number;
  readonly second: number;
  readonly deviance: number;
}

/**
 * ARMA(2,1) noise models that the residuals of a curve allow: for each moving average that the log asks for (none, if
 * none does) the most likely autoregression by restricted likelihood, and a lattice about four standard deviations
 * around it.
 *
 * @param residuals residuals of the fitted curve
 * @param family the curve
 * @param times its times
 * @param shape its shape there
 * @returns the lattice
 */
export function noiseLattice(
  residuals: Float64Array,
  family: Family,
  times: Times,
  shape: readonly number[],
): NoiseLattice {
  const likelihoodAt = residualLikelihood(residuals, family, times, shape);
  const summits: Summit[] = [];
  let plain = Infinity;
  for (const theta of THETAS) {
    const likelihood = likelihoodAt(theta, theta === 0 ? 0 : EARNED);
    const foot = climb(likelihood.deviance, [FIRST, SECOND], [0, 0], 4);
    // Even without the price it must not be worse than no moving average, up to what the restriction can change.
    if (theta > 0 && foot.deviance > plain + 1) continue;
    if (theta === 0) plain = foot.deviance;
    summits.push({ likelihood, ...restrictedSummit(likelihood, foot) });
  }
  const ranked = summits.sort((a, b) => a.deviance - b.deviance);
  const [best] = ranked;
  const kept = ranked.filter(({ deviance }) => deviance <= best.deviance + KEPT).slice(0, MOST_KEPT);
  const centre = best.likelihood.weigh(best.first, best.second);
  return {
    models: kept.flatMap((summit) => around(summit, residuals.length)),
    best: centre,
    inflation: Math.max(1, centre.inflation),
  };
}

type Range = readonly [number, number];

interface Place {
  readonly first: number;
  readonly second: number;
  readonly deviance: number;
}

/** The restriction moves the summit towards more persistence; it is looked for only there. */
function restrictedSummit({ restricted }: ResidualLikelihood, { first, second }: Place): Place {
  const near = (z: number, back: number, ahead: number, [low, high]: Range): Range => [
    Math.max(low, z - back),
    Math.min(high, z + ahead),
  ];
  return climb(restricted, [near(first, 0.5, 2.5, FIRST), near(second, 1, 1, SECOND)], [first, second], 2);
}

/** Minimum over both partial autocorrelations, one after the other. */
function climb(
  deviance: (first: number, second: number) => number,
  [firstRange, secondRange]: readonly [Range, Range],
  start: readonly [number, number],
  sweeps: number,
): Place {
  let [first, second] = start;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    first = goldenSection((x) => deviance(x, second), ...firstRange, 1e-2);
    second = goldenSection((x) => deviance(first, x), ...secondRange, 1e-2);
  }
  return { first, second, deviance: deviance(first, second) };
}

function around({ likelihood, first, second }: Summit, n: number): WeightedNoise[] {
  const spread = (z: number): number => SPACING / Math.sqrt(4 + n * (1 - Math.tanh(z) ** 2));
  const models: WeightedNoise[] = [];
  for (let j = REACH_SECOND[0]; j <= REACH_SECOND[1]; j++) {
    const b = second + j * spread(second);
    if (b < SECOND[0] - 0.5 || b > SECOND[1] + 0.5) continue;
    let before = -1;
    for (let i = REACH_FIRST[0]; i <= REACH_FIRST[1]; i++) {
      const model = likelihood.weigh(Math.max(FIRST[0] - 1, first + i * spread(first)), b);
      // At the longest memory the lattice ends.
      if (model.partial[0] > before) models.push(model);
      before = model.partial[0];
    }
  }
  return models;
}
