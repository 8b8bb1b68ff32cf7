import { describe, expect, it } from 'vitest';
import { runsOf } from '../../test/reading';

const series = (text: string): Promise<unknown[]> =>
  runsOf(text).then((runs) =>
    runs.map(({ name, reward, metrics }) => [
      name,
      metrics.get('reward'),
      [...reward.steps],
      [...reward.values],
    ]),
  );

describe("W&B's chart exports", () => {
  it('hold several runs side by side', async () => {
    const text =
      '"Step","a-run - train/reward","a-run - train/reward__MIN","a-run - train/reward__MAX","b - 2 - train/reward","b - 2 - train/reward__MIN","b - 2 - train/reward__MAX"\n' +
      '"1","0.1","0.1","0.1","",,\n"2","0.2","0.2","0.2","0.5","0.4","0.6"\n"3","","","","0.7","0.7","0.7"\n';
    expect(await series(text)).toEqual([
      ['a-run', 'train/reward', [1, 2], [0.1, 0.2]],
      ['b - 2', 'train/reward', [2, 3], [0.5, 0.7]],
    ]);
  });

  it('may hold one run, another step, a byte order mark and semicolons', async () => {
    const text =
      '\uFEFFtrain/global_step;r - train/reward;r - train/reward__MIN;r - train/reward__MAX\n10;0,5;0,5;0,5\n20;0,6;0,6;0,6\n';
    expect(await series(text)).toEqual([['r', 'train/reward', [10, 20], [0.5, 0.6]]]);
  });

  it('are not seen in names with a dash', async () => {
    expect(await series('step,loss,a - b,reward\n1,0,1,0.5\n2,0,1,0.6\n')).toEqual([
      [null, 'reward', [1, 2], [0.5, 0.6]],
    ]);
  });
});
