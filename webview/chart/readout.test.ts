import { describe, expect, it } from 'vitest';
import type { DrawnCurve } from './drawnPicture';
import { readoutOf, spoken } from './readout';

const POINTS = { steps: [0, 1200], rewards: [0.2, 0.4311], lines: [1, 621] };
const curve: DrawnCurve = {
  label: 'fit',
  fitted: [],
  ahead: [],
  at: (step) => (step > 100 ? 0.447 : null),
};

describe('readoutOf', () => {
  it('says step, reward, fit, distance and line', () => {
    expect(readoutOf(POINTS, 1, curve)).toEqual({
      step: '1,200',
      reward: '0.4311',
      fit: '0.4470',
      offset: '0.016 below the fit',
      line: 'line 621',
    });
  });

  it('says nothing of a fit where there is none', () => {
    const readout = readoutOf(POINTS, 0, curve);
    expect(readout).toMatchObject({ fit: null, offset: null });
    expect(readoutOf({ ...POINTS, lines: null }, 0, null)).toMatchObject({ fit: null, line: null });
    expect(readoutOf(POINTS, 2, curve)).toBeNull();
  });

  it('is one sentence when spoken', () => {
    expect(spoken(readoutOf(POINTS, 1, curve)!)).toBe(
      'step 1,200, reward 0.4311, 0.016 below the fit, line 621',
    );
    expect(spoken(readoutOf(POINTS, 0, null)!)).toBe('step 0, reward 0.2000, line 1');
  });
});
