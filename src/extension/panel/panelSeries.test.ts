import { describe, expect, it } from 'vitest';
import type { Series } from '../../run/run';
import { MAX_SENT_OF_SERIES, panelSeries } from './panelSeries';

function series(count: number, value: (i: number) => number): Series {
  const steps = Float64Array.from({ length: count }, (_, i) => i);
  return { steps, values: steps.map((_, i) => value(i)), lines: null, columns: null };
}

describe('panelSeries', () => {
  it('sends evidence in its order with the log’s own keys, and neither axes nor empty columns', () => {
    const flat = series(3, () => 1);
    const metrics = new Map([
      ['rewards.format', flat],
      ['tokens', flat],
      ['kl', series(0, () => 0)],
      ['gradNorm', flat],
      ['entropy', flat],
    ]);
    const sent = panelSeries(metrics, { entropy: 'actor/entropy' });
    expect(sent.map(({ name, key }) => [name, key])).toEqual([
      ['entropy', 'actor/entropy'],
      ['gradNorm', 'gradNorm'],
      ['rewards.format', 'rewards.format'],
    ]);
  });

  it('thins a long metric, keeps its spikes and both ends, and says how many rows there are', () => {
    const spikes = new Map([
      [31_007, 9],
      [77_770, -9],
    ]);
    const long = series(100_000, (i) => spikes.get(i) ?? Math.sin(i));
    const [{ steps, values, total }] = panelSeries(new Map([['kl', long]]), {});
    expect(total).toBe(100_000);
    expect(steps.length).toBeLessThanOrEqual(MAX_SENT_OF_SERIES);
    expect([steps[0], steps.at(-1)]).toEqual([0, 99_999]);
    expect([Math.max(...values), Math.min(...values)]).toEqual([9, -9]);
  });
});
