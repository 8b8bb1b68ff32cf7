import { describe, expect, it } from 'vitest';
import { axisFrom } from './axis';
import { heightScale, legalHeights } from './heightScale';
import { niceTicks } from './niceTicks';
import { smoothed, windowWidth } from './smoothing';
import { durationText, timeUnit, tokenText } from './timeText';

describe('axisFrom', () => {
  const axis = axisFrom({ kind: 'tokens', title: 'tokens', steps: [0, 10, 20], values: [0, 100, 400] });
  it.each([
    [5, 50],
    [15, 250],
    [20, 400],
    [30, 700],
    [-1, -10],
  ])('puts step %d at %d, and back', (step, place) => {
    expect(axis.of(step)).toBeCloseTo(place, 10);
    expect(axis.stepAt(place)).toBeCloseTo(step, 10);
  });
});

describe('heightScale', () => {
  it('offers a logarithm only where every value is above 0', () => {
    expect(legalHeights([0.1, 1])).toContain('log');
    expect(legalHeights([0, 1])).not.toContain('log');
    expect(heightScale('log', [-1, 1]).kind).toBe('linear');
  });

  it('rises with the value, whatever its sign', () => {
    for (const kind of ['linear', 'symlog'] as const) {
      const { of } = heightScale(kind, [-5, 100]);
      const drawn = [-5, -1, -0.01, 0, 0.01, 1, 50, 100].map(of);
      expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
      expect(of(0)).toBe(0);
    }
  });

  it('has ticks inside any range a log may give', () => {
    expect(heightScale('log', [0.001, 2]).ticks([0.001, 2])).toEqual(expect.arrayContaining([0.001, 0.1, 1]));
    expect(heightScale('symlog', [-10, 100]).ticks([-10, 100])).toEqual([-10, -1, 0, 1, 10, 100]);
  });
});

describe('smoothed', () => {
  it('is nothing at no smoothing', () =>
    expect(smoothed([1, 2], { kind: 'none', strength: 0.9 })).toBeNull());

  it.each(['ema', 'window'] as const)('%s leaves a constant as it is, from its first row', (kind) => {
    for (const value of smoothed([3, 3, 3, NaN, 3], { kind, strength: 0.9 }) ?? [])
      expect(value).toBeCloseTo(3, 12);
  });

  it('averages a centred window', () => {
    expect(windowWidth(0.1, 10)).toBe(3);
    expect(smoothed([0, 3, 6, 0], { kind: 'window', strength: 0.1 })).toEqual([0, 3, 3, 0]);
  });
});

describe('ticks and their words', () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [3, 3, 5, [3]],
    [-2.5, 2.5, 5, [-2, -1, 0, 1, 2]],
  ])('niceTicks(%d, %d, %d)', (low, high, most, ticks) => expect(niceTicks(low, high, most)).toEqual(ticks));

  it('writes tokens and times short', () => {
    expect([tokenText(850), tokenText(1_234_000), tokenText(2e9)]).toEqual(['850', '1.23 M', '2.00 B']);
    expect(durationText(5400, timeUnit(36_000))).toBe('1.50 h');
    expect(durationText(90, timeUnit(600))).toBe('1.50 min');
  });
});
