import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { reportOf, reportOfCurve } from '../../test/reportOf';
import type { Report } from './report';
import { hoverLine } from './sentences';

describe('hoverLine', () => {
  const healthy = reportOfCurve('exponential', { R0: 0.2, plateau: 0.8, tau: 50 }, 140, 0.005);

  it('is one plain line', () => {
    expect(hoverLine(healthy)).toMatch(
      /^GRPO reward 0\.\d\d → 0\.7\d · plateau 0\.\d+ [±[][^%]+, 9\d % reached · overdamped$/,
    );
  });

  it('carries an interval where there is one', () => {
    const plateau = { value: 0.78, interval: [0.757, 0.803] as const, unit: 'reward' };
    const report: Report = { ...healthy, interpretation: { ...healthy.interpretation, plateau } };
    expect(hoverLine(report)).toContain('· plateau 0.780 ± 0.023, ');
  });

  it.each([
    ['too early', reportOf(handMadeRun([0.3])), 'GRPO reward 0.30 → 0.30 · too early to tell'],
    ['no trend', reportOf(handMadeRun(new Float64Array(50).fill(1))), 'GRPO reward 1.0 → 1.0 · no trend'],
  ])('%s', (_, report, expected) => {
    expect(hoverLine(report)).toBe(expected);
  });
});
