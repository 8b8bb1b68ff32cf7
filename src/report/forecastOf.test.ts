import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise, seededNormal } from '../../test/syntheticLog';
import { diagnose } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import type { Run } from '../run/run';
import { buildReport } from './buildReport';

function reportOf(y: ArrayLike<number>, changes: Partial<Run> = {}) {
  const run = handMadeRun(y, changes);
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  return buildReport({ run, fits, assessment: assessRegime(fits, steps, values), findings: [] });
}

const noisy = (tau: number, n = 120): Float64Array =>
  curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau }, n, 0.03, 4, [0.3]).y;

describe('the forecast', () => {
  it('is made for twice the span, with ordered finite intervals, and says no where the plateau is reached', () => {
    const { forecast } = reportOf(noisy(10));
    expect(forecast).toMatchObject({ atStep: 239, worthContinuing: 'no' });
    const [low, high] = forecast!.interval!;
    const [meanLow, meanHigh] = forecast!.meanInterval90!;
    const ends = [low, meanLow, forecast!.reward, meanHigh, high];
    expect(ends.every(Number.isFinite)).toBe(true);
    expect(ends).toEqual(ends.toSorted((a, b) => Number(a) - Number(b)));
    expect(low).toBeLessThan(0.8);
    expect(high).toBeGreaterThan(0.8);
  });

  it('says yes where most of the rise is still to come', () => {
    expect(reportOf(noisy(120)).forecast).toMatchObject({ worthContinuing: 'yes' });
  });

  it('is made for the end of the run where the log tells it, unless that is behind', () => {
    const planned = (value: number) => ({
      config: new Map([['maxSteps', { value, from: 'log header: max_steps', kind: 'log' as const }]]),
    });
    expect(reportOf(noisy(30), planned(500)).forecast?.atStep).toBe(500);
    expect(reportOf(noisy(30), planned(100)).forecast?.atStep).toBe(239);
  });

  it('says that the run has reached its planned end', () => {
    const { interpretation } = reportOf(noisy(30), {
      config: new Map([['maxSteps', { value: 119, from: 'log header: max_steps', kind: 'log' as const }]]),
    });
    expect(interpretation.sentences.join(' ')).toMatch(
      /reached step 119, its planned end\. If it went on: forecast/,
    );
  });

  it('is null, with a note, below 20 steps and without noise', () => {
    for (const y of [noisy(10, 19), new Float64Array(50).fill(0.5)]) {
      const { forecast, notes } = reportOf(y);
      expect(forecast).toBeNull();
      expect(notes.join(' ')).toMatch(/forecast:/);
    }
  });
});

it('does not call a gain as large as the rise invisible because the noise may be a random walk', () => {
  const normal = seededNormal(5);
  let walk = 0;
  const y = Array.from({ length: 24 }, (_, i) => {
    walk += 0.02 * normal();
    return 0.02 + 0.76 / (1 + Math.exp(-(i - 12) / 3)) + walk;
  });
  expect(reportOf(y).forecast?.worthContinuing).toBe('unknown');
});

describe('the reason', () => {
  const level = (seed: number) =>
    curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 200 }, 300, 0.25, seed).y;

  it.each([1, 2, 3, 4, 5, 6])('asks for no more than the last rows are uncertain by, seed %d', (seed) => {
    const because = reportOf(level(seed)).forecast?.because ?? '';
    const limit = Number(/(?:less than|above) ([\d.]+), the least/.exec(because)?.[1] ?? 0);
    // Two standard errors of the mean of 30 rows: 0.091. A log cannot know its own noise much better than this.
    expect(limit).toBeLessThan(0.091 * 1.4);
  });

  it.each([10, 20, 40, 80, 160])('never says the same number of two that differ, τ %d', (tau) => {
    const because = reportOf(noisy(tau, 200)).forecast?.because ?? '';
    const said = because.match(/\d+\.\d+(?:e-\d+)?/g) ?? [];
    expect(new Set(said).size).toBe(said.length);
  });
});

describe('the first sentence', () => {
  const endsAt = (maxSteps: number) => ({
    config: new Map([['maxSteps', { value: maxSteps, from: 'log header: max_steps', kind: 'log' as const }]]),
  });

  it.each<[Finding['severity'], RegExp]>([
    ['error', /But look first at what was seen: reward hacking\.$/],
    ['info', /Let it run\.$/],
  ])('sends nobody on past a failure of severity %s', (severity, says) => {
    const run = handMadeRun(noisy(60), endsAt(400));
    const { steps, values } = run.reward;
    const fits = fitCurves(steps, values);
    const assessment = assessRegime(fits, steps, values);
    const findings = diagnose(run, fits, assessment).map((finding): Finding =>
      finding.mode === 'reward-hacking' ? { ...finding, verdict: 'present', severity } : finding,
    );
    expect(buildReport({ run, fits, assessment, findings }).interpretation.sentences[0]).toMatch(says);
  });

  it.each<[string, number, number, 'yes' | 'no', RegExp]>([
    ['there is much to come', 120, 240, 'yes', /Let it run\.$/],
    ['the run ends before a gain shows', 60, 123, 'no', /Up to step 123 no gain is expected that would show/],
  ])('agrees with the forecast where %s', (_, tau, maxSteps, worthContinuing, says) => {
    const { forecast, interpretation } = reportOf(noisy(tau), endsAt(maxSteps));
    expect(interpretation.state).toBe('rising');
    expect(forecast?.worthContinuing).toBe(worthContinuing);
    expect(interpretation.sentences[0]).toMatch(says);
    if (worthContinuing === 'no') expect(interpretation.sentences[0]).not.toMatch(/Let it run/);
  });
});
