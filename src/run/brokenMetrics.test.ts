import { describe, expect, it } from 'vitest';
import { runOf } from '../../test/reading';

function row(step: number, rest: string): string {
  return `{"step": ${step}, "reward": 0.${step + 1}, ${rest}}\n`;
}

describe('brokenMetrics', () => {
  it('knows metrics that are NaN in every row', async () => {
    const lines = [0, 1, 2, 3].map((step) => row(step, '"loss": NaN, "grad_norm": NaN, "kl": 0.01'));
    const run = await runOf(lines.join(''));
    expect(run.broken.map(({ metric, count, step, atEnd }) => [metric, count, step, atEnd])).toEqual([
      ['gradNorm', 4, 0, 4],
      ['loss', 4, 0, 4],
    ]);
    expect([run.metrics.has('loss'), run.series.has('loss')]).toEqual([false, false]);
  });

  it('takes a column with numbers before one without', async () => {
    const lines = [0, 1, 2].map((step) => row(step, '"train/loss": NaN, "loss": 0.5'));
    const run = await runOf(lines.join(''));
    expect([run.metrics.get('loss'), run.broken]).toEqual(['loss', []]);
  });

  it('takes null throughout for not logged', async () => {
    const run = await runOf([0, 1, 2].map((step) => row(step, '"loss": null')).join(''));
    expect(run.broken).toEqual([]);
  });
});
