import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { reportOf } from '../../test/reportOf';
import { meanOf } from '../dynamics/means';
import { seededNormal } from '../../test/syntheticLog';

describe('the present level', () => {
  it('is that of the rows where they stand level and no curve is bounded by them', () => {
    const noise = seededNormal(5);
    const values = Array.from({ length: 500 }, (_, t) => {
      const first = 0.2 + 0.35 * (1 - Math.exp(-t / 40));
      const second = 0.43 / (1 + Math.exp(-(t - 240) / 18));
      return first + second + 0.006 * noise();
    });
    const { now } = reportOf(handMadeRun(values)).interpretation;
    expect(now?.value).toBeCloseTo(meanOf(Float64Array.from(values), 450, 500), 2);
  });
});
