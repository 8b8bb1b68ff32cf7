import { WHY_NO_PARTS } from './whyNoParts';
import { whiteningFor } from '../autocorrelation';
import type { Fit } from '../fit';
import { ProjectedProblem } from '../projectedProblem';
import type { Sample } from '../sample';
import { noiseParts, type NoisePart, type NoiseParts } from './noiseParts';

/** Strides may differ by this share of the median, in all but this share of the rows, and still count as even. */
const UNEVEN = 0.1;

/**
 * Process and sampling noise around a fitted curve, that curve fitted together with its noise.
 *
 * @param fit the fit
 * @param sample the observations it was fitted to
 * @returns both parts in reward units, or why they cannot be told apart
 */
export function noiseAround({ region, autocorrelation }: Fit, sample: Sample): NoiseParts | string {
  if (region === null || autocorrelation === null) return WHY_NO_PARTS.tooFewSteps();
  if (isUneven(sample)) return WHY_NO_PARTS.uneven();
  const { curve, shape } = region;
  const problem = new ProjectedProblem(curve, sample.times, sample.y, whiteningFor(autocorrelation, sample));
  problem.evaluate(shape);
  const parts = noiseParts({ residuals: problem.residuals(), family: curve, times: sample.times, shape });
  if (typeof parts === 'string') return parts;
  const inRewards = ({ value, interval: [low, high] }: NoisePart): NoisePart => ({
    value: sample.scale * value,
    interval: [sample.scale * low, sample.scale * high],
  });
  return { process: inRewards(parts.process), sampling: inRewards(parts.sampling) };
}

function isUneven({ uniform, times: { t }, window: { stride } }: Sample): boolean {
  if (uniform) return false;
  let odd = 0;
  for (let i = 1; i < t.length; i++) if (Math.abs(t[i] - t[i - 1] - stride) > UNEVEN * stride) odd++;
  return odd > UNEVEN * t.length;
}
