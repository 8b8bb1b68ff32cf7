import { t } from '@vscode/l10n';
import { constantReward } from '../../dynamics/curves/nullCurves';
import { score } from '../../dynamics/modelChoice';
import { noiseAround } from '../../dynamics/noise/noiseAround';
import { noiseParts, type NoisePart, type NoiseParts } from '../../dynamics/noise/noiseParts';
import { measured, type Measured } from '../difference';
import type { FittedRun } from '../fittedRun';

/** The intervals of noise parts are of a likelihood with no small-sample correction: as good as normal. */
const MANY = 1e6;

/**
 * Logarithm of a run's process variance: the jitter that carries over from row to row, with the sampling noise of the batch
 * means taken out (`noiseParts.ts`), around the run's best curve or, where it shows no trend, its mean.
 *
 * @param fitted the run
 * @returns ln of reward units squared with its error, or why it cannot be told
 */
export function processNoise(fitted: FittedRun): Measured | string {
  if (fitted.segmentation.collapse !== null) return t('the reward collapsed');
  const parts = partsOf(fitted);
  if (typeof parts === 'string') return parts;
  const { value, interval }: NoisePart = parts.process;
  const [low, high] = interval.map((end) => (end > 0 ? 2 * Math.log(end) : null));
  return measured(2 * Math.log(value), [low, high], MANY);
}

function partsOf({ fits, assessment }: FittedRun): NoiseParts | string {
  if (assessment.regime === 'no-trend')
    return score(fits.constant) <= score(fits.line)
      ? aroundMean(fits)
      : t('the run only drifts along a line');
  const name = assessment.selected ?? assessment.mechanism;
  const best = name === null ? null : fits.curves[name];
  return best === null ? t('no curve to measure the noise around') : noiseAround(best, fits.sample);
}

function aroundMean({ sample }: FittedRun['fits']): NoiseParts | string {
  const mean = sample.y.reduce((sum, value) => sum + value / sample.y.length, 0);
  const parts = noiseParts({
    residuals: sample.y.map((value) => value - mean),
    family: constantReward,
    times: sample.times,
    shape: [],
  });
  if (typeof parts === 'string') return parts;
  const inRewards = ({ value, interval: [low, high] }: NoisePart): NoisePart => ({
    value: sample.scale * value,
    interval: [sample.scale * low, sample.scale * high],
  });
  return { process: inRewards(parts.process), sampling: inRewards(parts.sampling) };
}
