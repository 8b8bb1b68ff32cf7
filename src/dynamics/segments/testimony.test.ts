import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../../test/handMadeRun';
import type { MetricName } from '../../run/metricName';
import type { Series } from '../../run/run';
import { findCuts } from './findCuts';
import { segmentRun } from './segmentRun';
import { testimonyOn } from './testimony';

const N = 200;
const FALLS = 120;
const about =
  (level: number, noise = 0.02) =>
  (_: unknown, i: number) =>
    level + noise * Math.sin(12.9 * i * i);
const series = (before: number, after: number, noise = 0.02): Series =>
  handMadeRun(Float64Array.from({ length: N }, (_, i) => about(i < FALLS ? before : after, noise)(_, i)))
    .reward;
const { reward, marks } = handMadeRun(series(0.8, 0.3).values);

/** Columns beside one and the same drop of the reward from 0.8 to 0.3. */
const COLUMNS: readonly (readonly [string, readonly (readonly [MetricName, Series])[], number, string])[] = [
  ['nothing else', [], 0, 'collapse'],
  ['a held-out score that falls', [['evalReward', series(0.7, 0.3)]], 2, 'collapse'],
  ['a held-out score that stays', [['evalReward', series(0.7, 0.7)]], -2, 'stage'],
  ['a gradient norm that bursts', [['gradNorm', series(0.3, 9)]], 0.5, 'collapse'],
  ['a policy ratio that was 0 until then', [['klOldPolicy', series(0, 0.4, 0)]], 1, 'collapse'],
  ['a learning rate that jumped', [['learningRate', series(1, 9)]], 2, 'collapse'],
  ['groups that died', [['zeroStdFraction', series(0.2, 0.95)]], -1, 'stage'],
  [
    'a column that never changes',
    [['evalReward', { ...reward, values: new Float64Array(N).fill(0.5) }]],
    0,
    'collapse',
  ],
];

describe('a sudden fall', () => {
  it.each(COLUMNS)('beside %s', (_name, columns, weight, kind) => {
    const { collapse } = findCuts(reward);
    const told = { reward, marks, series: new Map(columns) };
    expect(collapse).not.toBeNull();
    if (collapse === null) return;
    expect(testimonyOn(told, collapse).weight).toBe(weight);
    expect(segmentRun(told).segments.map(({ cut }) => cut?.kind)).toEqual([undefined, kind]);
  });
});
