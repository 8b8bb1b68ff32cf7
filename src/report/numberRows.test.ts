import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { reportOf } from '../../test/reportOf';
import { seededNormal } from '../../test/syntheticLog';
import { numberRows } from './numberRows';
import type { Report } from './report';

/** 29 rows of a random walk: where it goes from there nobody knows. */
function walk(seed: number): Float64Array {
  const draw = seededNormal(seed);
  let level = 0;
  return Float64Array.from({ length: 29 }, () => (level += draw()));
}

const REPORT = reportOf(handMadeRun(walk(5)));

/** The row under a label. */
function rowOf(
  label: string,
  forecast: Partial<NonNullable<Report['forecast']>>,
  regime: Report['interpretation']['regime'],
) {
  const report = {
    ...REPORT,
    interpretation: { ...REPORT.interpretation, regime },
    forecast: { ...REPORT.forecast!, ...forecast },
  };
  return new Map(numberRows(report)).get(label);
}

describe('the forecast in the numbers', () => {
  it('says that it bounds nothing instead of printing an interval wider than twice all rewards', () => {
    const { forecast, interpretation } = REPORT;
    expect(forecast).toMatchObject({ isUnbounded: true, interval: [expect.any(Number), expect.any(Number)] });
    expect(rowOf('forecast', {}, 'too-early')).toBe('not bounded at step 57');
    expect(interpretation.sentences.join(' ')).toMatch(
      /at step 57: not bounded, its 95 % interval is more than twice as wide as all rewards seen\./,
    );
  });

  it.each([
    ['too-early', 'not for what step 57 would bring; later, too early to tell'],
    ['no-trend', 'no'],
  ] as const)('does not say more of going on than the regime %s lets it', (regime, words) => {
    expect(rowOf('worth continuing', { worthContinuing: 'no' }, regime)).toBe(words);
  });
});
