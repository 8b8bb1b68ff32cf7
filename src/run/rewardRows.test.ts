import { describe, expect, it } from 'vitest';
import { TableBuilder } from '../logs/tableBuilder';
import { sortRewardRows } from './rewardRows';

describe('rewards without a step column', () => {
  it('are counted as the log has them where rows were thinned', () => {
    const builder = new TableBuilder(true, 100);
    for (let row = 0; row < 1000; row++) if (builder.beginRow(row + 1, 1)) builder.number('reward', row);
    const table = builder.table();
    const reward = table.numbers.get('reward');
    if (reward === undefined) throw new Error('no reward');
    const { steps, values } = sortRewardRows(table, reward, null);
    expect(table.oneOf).toBe(16);
    for (const [i, step] of steps.entries()) expect(Math.abs(step - (values[i] ?? NaN))).toBeLessThan(16);
  });
});
