import { describe, expect, it } from 'vitest';
import { TimedMetrics } from './timedMetrics';

const MOST = 500;
const VALUES = 3000;

describe('more timed values than are held', () => {
  it('thins all metrics at the same steps and numbers those without steps as they came', () => {
    const metrics = new TimedMetrics(MOST);
    for (let i = 0; i < VALUES; i++) metrics.add('reward', i, i * 10, i);
    for (let i = 0; i < VALUES; i++) metrics.add('kl', i, i * 10, -i);
    for (let i = 0; i < VALUES; i++) metrics.add('loss', i, 0, i);
    const { table, notes } = metrics.build();
    const { numbers } = table.table();
    const steps = numbers.get('step');
    const stepsOf = (key: string): number[] =>
      [...(numbers.get(key)?.rows ?? [])].map((row) => steps?.values[row] ?? NaN);
    expect(stepsOf('kl')).toEqual(stepsOf('reward'));
    expect(stepsOf('reward').at(-1)).toBeGreaterThan(VALUES * 9);
    expect(stepsOf('loss')).toEqual([...(numbers.get('loss')?.values ?? [])]);
    expect(notes).toEqual([
      expect.stringMatching(/^1 metric was logged without steps/),
      expect.stringMatching(/^Steps of more than 500 values: of every 32 one was kept/),
    ]);
  });

  it('stays small where two steps take turns', () => {
    const metrics = new TimedMetrics(MOST);
    for (let i = 0; i < 20_000; i++) metrics.add('reward', i, i % 2, i);
    expect(metrics.size).toBeLessThanOrEqual(MOST);
    expect(metrics.size).toBeGreaterThan(10);
  });
});
