import { describe, expect, it } from 'vitest';
import { fittedFrom } from '../../test/bench/compare/simulatedRun';
import { seededNormal } from '../../test/syntheticLog';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import type { Interval } from '../dynamics/fit';
import { carryOvers, type CarryOver } from './carryOver';
import { compareRuns } from './compareRuns';
import type { FittedRun } from './fittedRun';
import { jitterStiffness } from './jitterStiffness';
import { lawSentences } from './lawSentences';

const STIFFNESS = 0.03;
const NOISE = 0.04;

/** A run of SGD without momentum whose policy jitters about its path: a tenth of the noise's variance comes back with k. */
function jittering(seed: number, learningRate = 1, more: Record<string, string | number> = {}): FittedRun {
  const normal = seededNormal(seed);
  const kick = NOISE * Math.sqrt(0.1 * (1 - (1 - STIFFNESS) ** 2));
  let gap = -0.3;
  const y = new Float64Array(300).map(() => {
    const reward = 0.6 + gap + NOISE * normal();
    gap = (1 - STIFFNESS) * gap + kick * normal();
    return reward;
  });
  const facts = { optimizer: 'sgd', beta1: 0, refreshInterval: 1, learningRate, ...more };
  const config = new Map(
    Object.entries(facts).map(([name, value]) => [name, { value, from: 'test' }] as const),
  );
  return fittedFrom(Float64Array.from(y.keys()), y, { config, stepUnit: { value: 'update', from: 'test' } });
}

const holds = ([low, high]: Interval, value: number): boolean =>
  (low === null || low <= value) && (high === null || value <= high);

function withBounds(fitted: FittedRun, stiffness: Interval): FittedRun {
  const { bound } = fitted.fits.curves;
  if (bound === null) throw new Error('no bound curve');
  const changed = { ...bound, region: null, intervals: { ...bound.intervals, stiffness } };
  return { ...fitted, fits: { ...fitted.fits, curves: { ...fitted.fits.curves, bound: changed } } };
}

const [A, B] = [jittering(2), jittering(5, 2)];

function told(a: FittedRun, b: FittedRun): CarryOver {
  const [one] = carryOvers([a, b]);
  if (one.verdict === 'not-assessable') throw new Error(one.because);
  return one;
}

it('holds the stiffness of a policy that jitters, of which noise alone is too sure', () => {
  const bounds = Array.from({ length: 10 }, (_, i) => {
    const { run, fits } = jittering(i + 1);
    const bound = fits.curves.bound!;
    return [bound.intervals['stiffness'], jitterStiffness(fits, bound, dynamicsSettings(run))!];
  });
  const held = [0, 1].map((which) => bounds.filter((one) => holds(one[which], STIFFNESS)).length);
  expect(held[0]).toBeLessThan(held[1]);
  expect(held[1]).toBeGreaterThanOrEqual(9);
});

describe('κ carried over', () => {
  it('is told with its interval where both logs bound their stiffness', () => {
    const { predicted, ratio, interval } = told(A, B);
    expect(predicted / (2 * A.fits.curves.bound!.constants['stiffness'])).toBeCloseTo(1, 9);
    expect(interval[0]).toBeLessThan(ratio);
    expect(interval[1]).toBeGreaterThan(ratio);
  });

  it('goes from one logged peak rate to the other, which the curves were fitted with, not by what a configuration plans', () => {
    const { steps } = B.run.reward;
    const learningRate = { ...B.run.reward, values: steps.map((step) => 1.5 * Math.min(1, step / 20)) };
    const warming = { ...B, run: { ...B.run, series: new Map([['learningRate', learningRate] as const]) } };
    expect(told(A, warming).predicted / (1.5 * A.fits.curves.bound!.constants['stiffness'])).toBeCloseTo(
      1,
      9,
    );
  });

  it.each<[Interval, Interval, Interval, RegExp]>([
    [
      [0.02, 0.04],
      [0.02, null],
      [expect.any(Number), null],
      /ratio at least .* \(95 %\), p .* with all pairs counted/,
    ],
    [[0.02, null], [0.02, 0.04], [null, expect.any(Number)], /ratio at most .* \(95 %\), p/],
  ])('has an open end where a log bounds it on one side: %j and %j', (first, second, interval, sentence) => {
    const [a, b] = [withBounds(A, first), withBounds(B, second)];
    expect(told(a, b).interval).toEqual(interval);
    expect(lawSentences(compareRuns([a, b])).join('\n')).toMatch(sentence);
  });

  it.each<[string, FittedRun, RegExp]>([
    ['bounded on neither side', withBounds(B, [null, null]), /bounds it on neither side$/],
    ['after a collapse', { ...B, segmentation: { ...B.segmentation, collapse: {} as never } }, /collapsed$/],
    [
      'of a log that begins late',
      { ...B, segmentation: { ...B.segmentation, startIsKnown: false } },
      /not fitted$/,
    ],
    ['under a warmup that is not logged', jittering(5, 2, { warmupSteps: 10 }), /the log does not hold it$/],
    [
      'under a schedule that is not logged',
      jittering(5, 2, { learningRateSchedule: 'cosine' }),
      /^the absolute stiffness of B is not known: its learning rate changes over the run/,
    ],
  ])('is not asked of a stiffness %s', (_, second, because) => {
    const [pair] = carryOvers([A, second]);
    expect(pair).toMatchObject({ verdict: 'not-assessable', unknown: [{ run: 1 }] });
    expect('because' in pair && pair.because).toMatch(because);
  });

  it('is not asked where the open ends leave the ratio without a bound', () => {
    const [a, b] = [withBounds(A, [0.02, null]), withBounds(B, [0.02, null])];
    expect(carryOvers([a, b])[0]).toMatchObject({ because: 'the ratio is bounded on neither side' });
  });
});
