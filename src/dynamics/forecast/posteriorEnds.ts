import type { NoisyEnds, RewardForms } from '../intervals/noisyEnds';
import type { NoiseModel } from '../noise/noiseModel';

/** Level and amplitude of a curve at one shape and noise model, given the rewards and a prior on the rise. */
export interface PosteriorEnds {
  readonly level: number;
  readonly amplitude: number;
  readonly levelVariance: number;
  readonly amplitudeVariance: number;
  readonly covariance: number;
  /** Variance of the noise's innovations. */
  readonly innovation: number;
  /** Logarithm of the likelihood with level, amplitude, variance integrated out, times the noise model's cell. */
  readonly logLikelihood: number;
}

/**
 * The conjugate step. Level and the logarithm of the variance have flat priors; the amplitude is normal about 0 with
 * standard deviation `spread`, so that the rise *within the log* is of the order of the range of the rewards. The noise
 * models' lattice is spaced by their standard errors, which is what each stands for.
 *
 * @param ends generalised least squares, covariances for unit innovations
 * @param model the noise
 * @param rewards what it makes of constant and rewards
 * @param n points
 * @param spread prior standard deviation of the amplitude; Infinity where the curve does not move
 * @returns the posterior
 */
export function posteriorEnds(
  ends: NoisyEnds,
  model: NoiseModel,
  rewards: RewardForms,
  n: number,
  spread: number,
): PosteriorEnds {
  const { determined } = ends;
  const innovation = ends.squares / Math.max(1, n - (determined ? 2 : 1));
  const logLikelihood =
    (-(n - 1) * Math.log(ends.squares) -
      model.logDeterminant -
      Math.log(rewards.presample * rewards.oneOne)) /
      2 +
    logCell(model, n);
  if (!determined)
    return {
      level: ends.level,
      amplitude: 0,
      levelVariance: innovation * ends.levelVariance,
      amplitudeVariance: 0,
      covariance: 0,
      innovation,
      logLikelihood,
    };
  const variance = innovation * ends.amplitudeVariance;
  const whole = spread * spread + variance;
  const kept = (spread * spread) / whole;
  const slope = ends.covariance / ends.amplitudeVariance;
  const levelGiven = innovation * Math.max(0, ends.levelVariance - slope * ends.covariance);
  return {
    level: ends.level - slope * (1 - kept) * ends.amplitude,
    amplitude: kept * ends.amplitude,
    levelVariance: levelGiven + slope * slope * variance * kept,
    amplitudeVariance: variance * kept,
    covariance: slope * variance * kept,
    innovation,
    logLikelihood: logLikelihood + (Math.log(variance / whole) - ends.amplitude ** 2 / whole) / 2,
  };
}

/** Standard errors of the partial autocorrelations on the atanh scale: 1/√(4 + n(1 − π²)) each (`noiseLattice`). */
function logCell({ partial }: NoiseModel, n: number): number {
  return -partial.reduce((sum, pi) => sum + Math.log(4 + n * (1 - pi * pi)), 0) / 2;
}
