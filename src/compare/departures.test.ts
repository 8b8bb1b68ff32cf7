import { expect, it } from 'vitest';
import { NO_SETTINGS, type LoggedRate } from '../dynamics/dynamicsSettings';
import { timesOf } from '../dynamics/times';
import { departures } from './departures';

const STEPS = Float64Array.from({ length: 301 }, (_, i) => i);
const STIFFNESS = 0.02;

const shareOf = {
  constant: () => 1,
  half: (step: number) => (step < 100 ? 1 : 0.5),
  cosine: (step: number) => (1 + Math.cos((Math.PI * step) / 300)) / 2,
  warmup: (step: number) => Math.min(1, step / 60),
};

/** Variance of the departures at the last row, in units of what they settle at, from `kept` and `added`. */
function byRows(rate: LoggedRate, stride: number): number {
  const t = STEPS.filter((step) => step % stride === 0);
  const sample = { first: 0, times: timesOf(t), window: { span: 300, stride } };
  const settings = { ...NO_SETTINGS, stepUnit: 'update', learningRate: rate } as const;
  const { kept, added } = departures(sample, settings)(1 / STIFFNESS);
  return kept.reduce((variance, left, i) => (i === 0 ? 0 : left ** 2 * variance + added[i]), 0);
}

/** The same from the recursion, step by step: a step of share s keeps 1 − ks and adds noise of variance s². */
function byRecursion(share: (step: number) => number): number {
  const fresh = 1 - (1 - STIFFNESS) ** 2;
  return STEPS.subarray(0, 300).reduce(
    (variance, step) => (1 - STIFFNESS * share(step)) ** 2 * variance + fresh * share(step) ** 2,
    0,
  );
}

it.each(
  Object.entries(shareOf).flatMap(([name, share]) => [1, 5].map((stride) => [name, stride, share] as const)),
)('follow the recursion where the rate is %s, read every %i steps', (_, stride, share) => {
  const [rows, steps] = [byRows({ steps: STEPS, values: STEPS.map(share) }, stride), byRecursion(share)];
  expect(Math.abs(rows - steps)).toBeLessThan(0.03 * steps);
});

it('settle at half of the variance where the rate is halved for good', () => {
  expect(byRows({ steps: STEPS, values: STEPS.map(shareOf.half) }, 1)).toBeCloseTo(0.5, 1);
});
