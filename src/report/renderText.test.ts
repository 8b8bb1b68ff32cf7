import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { diagnose } from '../diagnosis/diagnose';
import type { Finding } from '../diagnosis/finding';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import type { Run } from '../run/run';
import { buildReport } from './buildReport';
import { renderText } from './renderText';
import type { Report } from './report';

function reportOf(run: Run): Report {
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  const assessment = assessRegime(fits, steps, values);
  return buildReport({ run, fits, assessment, findings: diagnose(run, fits, assessment) });
}

const RISE = curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 40 }, 300, 0.02, 4).y;
const run = handMadeRun(RISE);
const report = reportOf(run);
const ESCAPE = '\u001b';

describe('renderText', () => {
  it('puts the answer before the failure modes, these before numbers and fits, the small print last', () => {
    const text = renderText(report, { colour: false, reward: run.reward, details: true });
    const places = ['log.jsonl', 'Plateaued at', '┤', 'Failure modes', 'plateau  ', 'ΔBIC', 'Notes'].map(
      (part) => text.indexOf(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('leaves fits, levers and what is missing to the details, and says so', () => {
    const noted = { ...report, notes: ['damping: too early.', '2 records could not be read'] };
    const [short, long] = [false, true].map((details) => renderText(noted, { colour: false, details }));
    expect(short).not.toMatch(/ΔBIC|damping ratio: too early|plateau answers to/);
    expect(short).toMatch(/2 records could not be read[^]*--details/);
    expect(long).toMatch(/ΔBIC[^]*plateau answers to[^]*damping ratio: too early[^]*2 records/);
    expect(long).not.toContain('--details');
  });

  it('colours only when asked', () => {
    expect(renderText(report, { colour: false, reward: run.reward })).not.toContain(ESCAPE);
    expect(renderText(report, { colour: true, reward: run.reward })).toContain(`${ESCAPE}[1m`);
  });

  it('draws whatever curve the picture holds, in colour', () => {
    const flat = { steps: [1, 300], reward: [0.5, 0.5], band: null, row: null };
    const picture = { curve: 'bound', fit: flat, ahead: null } as const;
    const drawn = (more: object): string =>
      renderText(report, { colour: true, reward: run.reward, ...more }).split('Failure modes')[0];
    expect(drawn({ picture })).not.toBe(drawn({}));
    expect(drawn({ picture: null })).toBe(drawn({}));
  });

  it('draws no chart without the points, nor of a constant', () => {
    expect(renderText(report, { colour: false })).not.toContain('┤');
    const constant = handMadeRun(new Float64Array(40).fill(1));
    expect(renderText(reportOf(constant), { colour: false, reward: constant.reward })).not.toContain('┤');
  });

  it.each([[20], [60], [80], [400]])('keeps to a width of %i as far as is sensible', (width) => {
    const text = renderText(report, { colour: false, width, reward: run.reward });
    const most = Math.max(...text.split('\n').map((line) => line.length));
    expect(most).toBeLessThanOrEqual(Math.min(Math.max(width, 80), 100));
  });

  it('keeps control characters of the log out of the terminal', () => {
    const evil = reportOf({
      ...run,
      path: 'a\u001b[31m\nb.jsonl',
      name: 'arm\u0007',
      metrics: new Map([['reward', 'r\u001b]0;title\u0007ew']]),
      notes: ['note \u001b[2J'],
    });
    const text = renderText(evil, { colour: false });
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(text.split('\n')[0]).toBe('a b.jsonl · arm');
  });

  it('shows a finding with what was seen and what to try', () => {
    const finding: Finding = {
      mode: 'advantage-degeneracy',
      verdict: 'present',
      severity: 'warning',
      confidence: 0.9,
      step: 310,
      line: 311,
      column: null,
      summary: '61 % of groups give no gradient.',
      evidence: [],
      advice: ['Use harder prompts.'],
      outlook: 'The reward stays near 0.64.',
      consequenceOf: null,
    };
    const text = renderText({ ...report, findings: [finding] }, { colour: false });
    expect(text).toContain('⚠ advantage degeneracy, from step 310, line 311, confident: 61 % of groups');
    expect(text).toContain('Next: The reward stays near 0.64.');
    expect(text).toContain('→ Use harder prompts.');
  });

  it('never writes a number that is none, whatever the rewards', () => {
    const reward = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.constantFrom(0, 1, -0, 1e300, -1e-300),
    );
    fc.assert(
      fc.property(fc.array(reward, { minLength: 1, maxLength: 60 }), (rewards) => {
        const odd = handMadeRun(rewards);
        const made = reportOf(odd);
        expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(made, null, 1)));
        expect(renderText(made, { colour: false, reward: odd.reward })).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 60 },
    );
  });
});
