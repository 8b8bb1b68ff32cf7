import { describe, expect, it } from 'vitest';
import { boundLog, REUSED_ROLLOUTS } from '../../test/boundLog';
import { handMadeRun } from '../../test/handMadeRun';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import type { Run, StepUnit } from '../run/run';
import { buildReport } from './buildReport';
import { whatIfOf, type WhatIf } from './whatIfOf';

const KNOWN = { optimizer: 'sgd', beta1: 0.9, refreshInterval: 4, groupSize: 8, learningRate: 1e-3 };

function whatIf(
  config: Readonly<Record<string, number | string>>,
  unit: StepUnit = 'update',
  rho = 0.6,
): WhatIf {
  const { t, y } = boundLog(REUSED_ROLLOUTS, 300, 0.02, 3, rho);
  const changes: Partial<Run> = {
    config: new Map(Object.entries(config).map(([name, value]) => [name, { value, from: 'test' }])),
    stepUnit: { value: unit, from: 'test' },
  };
  const run = handMadeRun(y, changes, t);
  const fits = fitCurves(t, y, { settings: dynamicsSettings(run) });
  const assessment = assessRegime(fits, t, y, true);
  return whatIfOf(run, fits, buildReport({ run, fits, assessment, findings: [], outlook: null }));
}

describe('whatIfOf', () => {
  it('has nothing to move where nothing is known, and says for each what to give', () => {
    const { run, missing } = whatIf({});
    expect(run).toMatchObject({ settings: null, stiffness: null, groupSize: null });
    expect(missing.beta).toBe('not known: give --beta1 and --refresh-interval.');
    expect(missing.refreshInterval).toBe(missing.beta);
    expect(missing.groupSize).toBe('not known: give --group-size and --optimizer.');
    expect(missing.margin).toBe(missing.beta);
  });

  it('starts from the fitted k, the settings and the noise of a run that tells all', () => {
    const { run, missing, learningRate } = whatIf(KNOWN);
    expect(run.settings).toEqual({ beta: 0.9, refreshInterval: 4, asyncLag: 0 });
    expect(run.stiffness!.value / REUSED_ROLLOUTS.stiffness).toBeCloseTo(1, 0);
    expect(run.stiffness!.interval).not.toBeNull();
    expect(run.path).toMatchObject({ tau: null, fresh: true, stepUnit: 'update', first: 0, last: 299 });
    expect(run.optimizer).toBe('sgd');
    expect(learningRate).toBe(1e-3);
    expect({ ...missing, jitter: null }).toEqual(
      Object.fromEntries(Object.keys(missing).map((part) => [part, null])),
    );
  });

  it('moves the thresholds without k, which needs the unit of a step', () => {
    const { run, missing } = whatIf(KNOWN, 'unknown');
    expect(run).toMatchObject({ settings: { refreshInterval: 4 }, stiffness: null });
    expect(missing).toMatchObject({ beta: null, refreshInterval: null });
    expect(missing.margin).toMatch(/--step-unit/);
    expect(missing.trajectory ?? missing.margin).toMatch(/--step-unit/);
  });

  it('wants the optimizer before it tells of a group size: its law differs', () => {
    expect(whatIf({ ...KNOWN, optimizer: 'adam' }).run.optimizer).toBe('adam');
    const { beta1, refreshInterval, groupSize } = KNOWN;
    expect(whatIf({ beta1, refreshInterval, groupSize }).missing.groupSize).toBe(
      'not known: give --optimizer.',
    );
  });
});
