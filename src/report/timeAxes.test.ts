import { describe, expect, it } from 'vitest';
import type { Series } from '../run/run';
import { timeAxes } from './timeAxes';

function series(values: readonly number[], steps = values.map((_, i) => i)): Series {
  return { steps: Float64Array.from(steps), values: Float64Array.from(values), lines: null, columns: null };
}

const reward = series([0.1, 0.2, 0.3, 0.4]);
const axesOf = (metrics: Record<string, Series>) => timeAxes(new Map(Object.entries(metrics)), reward);

describe('timeAxes', () => {
  it('has none where the log has no such column', () => {
    expect(axesOf({ entropy: series([1, 2, 3, 4]) })).toEqual([]);
  });

  const totals: [string, Series, number[]][] = [
    ['a running total as it is', series([100, 250, 300, 500]), [100, 250, 300, 500]],
    ['amounts of single steps summed', series([100, 100, 50, 200]), [0, 100, 150, 350]],
    ['amounts over a gap of several steps', series([8, 8, 8], [0, 10, 30]), [0, 80, 240]],
  ];
  it.each(totals)('gives tokens: %s', (_, column, values) => {
    expect(axesOf({ tokens: column })).toMatchObject([{ kind: 'tokens', values }]);
  });

  it('gives no axis that stands still or runs back', () => {
    expect(axesOf({ tokens: series([0, 0, 0, 0]), stepTime: series([1, -1, 1, 1]) })).toEqual([]);
  });

  it('gives optimizer time only where the rate changes: the area under the schedule', () => {
    expect(axesOf({ learningRate: series([2, 2, 2, 2]) })).toEqual([]);
    const [axis] = axesOf({ learningRate: series([4, 3, 2, 1]) });
    expect(axis).toMatchObject({ kind: 'optimizer', values: [0, 1, 1.75, 2.25] });
  });

  it('keeps both ends of a long column and at most 500 places', () => {
    const long = series(Array.from({ length: 4001 }, (_, i) => i + 1));
    const [{ steps, values }] = axesOf({ tokens: long });
    expect([steps.length, steps[0], steps.at(-1), values.at(-1)]).toEqual([500, 0, 4000, 4001]);
  });
});
