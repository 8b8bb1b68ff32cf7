import { describe, expect, it } from 'vitest';
import { mlflowStream } from '../../../test/carriers/mlflow';
import { plainTable, readInPieces, readText, runOf, valuesOf } from '../../../test/reading';

const REWARD = '1000 0.25 1\n2000 0.5 2\n3000 0.75 3\n';

describe('MlflowReader', () => {
  it('joins the metrics of one step into one row', async () => {
    const log = await readText(mlflowStream({ 'train/reward': REWARD, kl: '1000 0.1 1\n3000 nan 3\n' }));
    expect(log).toMatchObject({ format: 'mlflow', malformed: 0, unfinished: false, notes: [] });
    expect(valuesOf(log.table, 'step')).toEqual([1, 2, 3]);
    expect(valuesOf(log.table, 'train/reward')).toEqual([0.25, 0.5, 0.75]);
    expect(valuesOf(log.table, 'kl')).toEqual([0.1, NaN]);
  });

  it.each<[string, string, number[], number[]]>([
    ['a resume that goes back', '1 1 1\n2 2 2\n3 3 3\n10 20 2\n11 30 3\n', [1, 2, 3], [1, 20, 30]],
    ['the newer of two values of a step', '1 1 1\n2 2 2\n10 20 2\n', [1, 2], [1, 20]],
    ['lines out of the order of their times', '3 3 3\n1 1 1\n2 2 2\n', [1, 2, 3], [1, 2, 3]],
    ['values without steps', '1 0.5\n2 0.75\n3 1\n', [0, 1, 2], [0.5, 0.75, 1]],
    ['infinities', '1 0 1\n2 -inf 2\n3 1 3\n', [1, 3], [0, 1]],
  ])('reads %s', async (_, reward, steps, values) => {
    const run = await runOf(mlflowStream({ reward }));
    expect([...run.reward.steps]).toEqual(steps);
    expect([...run.reward.values]).toEqual(values);
  });

  it('goes back for all metrics where a run was resumed', async () => {
    const run = await runOf(
      mlflowStream({
        reward: '1 1 1\n2 2 2\n10 20 2\n11 30 3\n',
        kl: '1 0.1 1\n2 0.2 2\n10 0.3 2\n11 0.4 3\n',
      }),
    );
    expect([...run.reward.values]).toEqual([1, 20, 30]);
    expect([...(run.series.get('kl')?.values ?? [])]).toEqual([0.1, 0.3, 0.4]);
  });

  it('counts what is no line of a metric, and a last one that is cut off as unfinished', async () => {
    const log = await readText(mlflowStream({ reward: `${REWARD}hello\n4000 x 4\n5000 0.5` }));
    expect(log).toMatchObject({ malformed: 2, unfinished: false });
    const cut = await readText(mlflowStream({ reward: `${REWARD}4000` }).replace(/\n$/, ''));
    expect(cut).toMatchObject({ malformed: 1, unfinished: true });
  });

  it('takes hyperparameters from the parameters, and nothing that names a person', async () => {
    const params = {
      num_generations: '8',
      learning_rate: '1e-06',
      bf16: 'True',
      user: 'jane',
      run_note: 'my run',
    };
    const run = await runOf(mlflowStream({ reward: REWARD }, params));
    expect(run.config.get('groupSize')).toEqual({ value: 8, from: 'MLflow params: num_generations' });
    expect(run.config.get('learningRate')?.value).toBe(1e-6);
    const { header } = await readText(mlflowStream({ reward: REWARD }, params));
    expect([...header.keys()].sort()).toEqual(['bf16', 'learning_rate', 'num_generations']);
  });

  it('is the same however the bytes are cut', () => {
    const bytes = new TextEncoder().encode(mlflowStream({ reward: REWARD, kl: '1000 0.1 1\n' }, { lr: '1' }));
    const whole = readInPieces('mlflow', bytes, []);
    for (let cut = 1; cut < bytes.length; cut++) {
      const { table, outcome } = readInPieces('mlflow', bytes, [cut]);
      expect(plainTable(table)).toEqual(plainTable(whole.table));
      expect(outcome).toEqual(whole.outcome);
    }
  });
});
