import { describe, expect, it } from 'vitest';
import type { Interpretation, Quantity, Report } from '../../src/report/report';
import { legendEntries } from './legendEntries';
import { pictureOf } from './picture';

const CONSTANTS = { R0: 0.2, plateau: 0.8, tau: 50 };
const steps = Array.from({ length: 101 }, (_, i) => 10 + i);
const rewards = steps.map((step) => 0.8 - 0.6 * Math.exp(-(step - 10) / 50));
const points = { steps, rewards, lines: null };

const q = (value: number, interval: Quantity['interval'] = null): Quantity => ({ value, interval, unit: '' });

function report(interpretation: Partial<Interpretation>, last = 110): Report {
  const nothing = { curve: 'exponential', rival: null, start: null, now: null, noise: null, plateau: null };
  return {
    source: { steps: { first: 10, last: 110 }, stepUnit: { value: 'rollout', from: '' } },
    segment: { first: 10, last, why: '' },
    findings: [],
    segments: [
      { first: 10, last, steps: last - 9, cut: null, fitted: true },
      ...(last < 110
        ? [
            {
              first: last + 1,
              last: 110,
              steps: 110 - last,
              cut: { kind: 'collapse', step: last + 1 },
              fitted: false,
            },
          ]
        : []),
    ],
    metrics: { reward: 'critic/score' },
    forecast: null,
    fits: {
      exponential: { constants: CONSTANTS },
      hill: { constants: { R0: 0.2, plateau: 0.9, cMid: 40, exponent: 2 } },
    },
    interpretation: { riseTime95: null, slowStart: null, ...nothing, ...interpretation },
  } as unknown as Report;
}

const NOT_SMOOTHED = { kind: 'none', strength: 0 } as const;

describe('pictureOf', () => {
  it('marks where the run is cut, and ends the curve there', () => {
    const { cuts, fit } = pictureOf(points, report({ plateau: q(0.8) }, 60));
    expect(cuts).toEqual([{ x: 61, label: 'falls at 61' }]);
    expect(fit?.at(62)).toBeNull();
    expect(pictureOf(points, report({})).cuts).toEqual([]);
  });

  it('is points alone before there is a Report', () => {
    const picture = pictureOf(points, null);
    expect(picture).toMatchObject({
      fit: null,
      rival: null,
      plateau: null,
      markers: [],
      segment: null,
      xTitle: 'step',
    });
    expect(legendEntries(picture, NOT_SMOOTHED, 0).map(({ kind }) => kind)).toEqual(['points']);
  });

  it('draws the curve through its own points, over the segment only', () => {
    const { fit } = pictureOf(points, report({}, 60));
    expect(fit?.at(10)).toBeCloseTo(0.2, 12);
    expect(fit?.at(60)).toBeCloseTo(rewards[50], 12);
    expect(fit?.at(61)).toBeNull();
    expect(fit?.at(9)).toBeNull();
    expect(fit?.fitted.at(-1)?.x).toBe(60);
    expect(fit?.ahead).toEqual([]);
  });

  it('goes on to 95 % of the rise where that is still to come', () => {
    const picture = pictureOf(points, report({ plateau: q(0.8), riseTime95: q(140) }));
    expect(picture.full[1]).toBeGreaterThan(150);
    expect(picture.fit?.ahead.at(0)?.x).toBe(110);
    expect(picture.markers.map(({ kind, x, label }) => [kind, x, label])).toEqual([
      ['rise95', 150, '95 % at 150'],
      ['last', 110, 'last row'],
    ]);
  });

  it('marks the last row where it was logged, not where the curve passes', () => {
    const off = { ...points, rewards: [...rewards.slice(0, -1), 0.1] };
    const last = pictureOf(off, report({ plateau: q(0.8) })).markers.find(({ kind }) => kind === 'last');
    expect(last).toMatchObject({ x: 110, y: 0.1 });
  });

  it('does not call the end of the fitted part the last row where the log goes on', () => {
    const last = pictureOf(points, report({ plateau: q(0.8) }, 60)).markers.find(
      ({ kind }) => kind === 'last',
    );
    expect(last).toMatchObject({ x: 60, label: 'last fitted row' });
  });

  it('does not squeeze the data for a far-off 95 %: its label stands at the edge', () => {
    const picture = pictureOf(points, report({ plateau: q(0.8), riseTime95: q(9000) }));
    expect(picture.full[1]).toBeLessThan(170);
    expect(picture.markers.find(({ kind }) => kind === 'rise95')?.label).toBe('95 % at 9,010 →');
  });

  it('carries no curve on without a plateau', () => {
    const picture = pictureOf(points, report({ riseTime95: q(140) }));
    expect(picture.fit?.ahead).toEqual([]);
  });

  it.each<[string, Quantity, boolean]>([
    ['near', q(0.9), true],
    ['near, with its interval', q(0.9, [0.85, 1.0]), true],
    ['far off', q(7), false],
  ])('makes room for a plateau that is %s', (_, plateau, inside) => {
    const { height } = pictureOf(points, report({ plateau }));
    expect(plateau.value < height[1]).toBe(inside);
    expect((plateau.interval?.[1] ?? plateau.value) < height[1]).toBe(inside);
  });

  it('draws no curve where none is trusted, nor one that needs the learning rates', () => {
    expect(pictureOf(points, report({ curve: null })).fit).toBeNull();
    expect(pictureOf(points, report({ curve: 'bound' })).fit).toBeNull();
  });

  it('draws the rival and names units and columns', () => {
    const picture = pictureOf(
      points,
      report({ rival: { curve: 'hill', deltaBicAr: 9, plateau: 0.9 }, slowStart: q(30) }),
    );
    expect(picture.rival?.label).toBe('Hill saturation');
    expect(picture.xTitle).toBe('step (rollout batches)');
    expect(picture.yTitle).toBe('reward (critic/score)');
    expect(legendEntries(picture, NOT_SMOOTHED, 0).map(({ kind }) => kind)).toEqual([
      'points',
      'fit',
      'rival',
    ]);
  });

  it.each([1, 2])('copes with %d points', (count) => {
    const few = { steps: steps.slice(0, count), rewards: rewards.slice(0, count), lines: null };
    const { full, height } = pictureOf(few, null);
    expect(full[1]).toBeGreaterThan(full[0]);
    expect(height[1]).toBeGreaterThan(height[0]);
  });

  it('copes with a constant reward', () => {
    const flat = { steps, rewards: steps.map(() => 0.3), lines: null };
    const { height } = pictureOf(flat, null);
    expect(height[0]).toBeLessThan(0.3);
    expect(height[1]).toBeGreaterThan(0.3);
  });
});

describe('pictureOf with what the host computed', () => {
  const track = (from: number, to: number) => {
    const at = [from, (from + to) / 2, to];
    const ends = { low: at.map(() => 0.3), high: at.map(() => 0.7) };
    return { steps: at, reward: at.map((step) => step / 200), band: ends, row: ends };
  };
  const bound = { curve: 'bound', fit: track(10, 110), ahead: { kind: 'fit', ...track(110, 210) } } as const;

  it('draws a curve that has no closed form in steps from the points it was sent', () => {
    const { fit, bands } = pictureOf(points, report({ curve: 'bound' }), bound);
    expect(fit?.at(35)).toBeCloseTo(0.175, 12);
    expect(fit?.at(210)).toBeCloseTo(1.05, 12);
    expect(fit?.at(211)).toBeNull();
    expect(bands?.mean.map(({ steps: at }) => at)).toEqual([
      [10, 60, 110],
      [110, 160, 210],
    ]);
  });

  it('shows the forecast in place of the curve carried on, and marks its horizon', () => {
    const forecast = { atStep: 210, reward: 0.74, interval: null } as unknown as Report['forecast'];
    const ahead = { kind: 'forecast', ...track(110, 210) } as const;
    const picture = pictureOf(
      points,
      { ...report({ plateau: q(0.8) }), forecast },
      { curve: 'exponential', fit: track(10, 110), ahead },
    );
    expect(picture.fit?.ahead).toEqual([]);
    expect(picture.forecast?.at(-1)).toEqual({ x: 210, y: 1.05 });
    expect(picture.markers.at(-1)).toMatchObject({ kind: 'horizon', label: 'forecast 0.74 at 210 →' });
    const kinds = legendEntries(picture, NOT_SMOOTHED, 0).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['band', 'row', 'forecast']));
    expect(kinds).not.toContain('ahead');
  });
});
