import { describe, expect, it } from 'vitest';
import { join } from '../../test/carriers/protobufWriter';
import { config, history, item, output, run, summary, wandbFile } from '../../test/carriers/wandb';
import { jsonl, readText, runOf, valuesOf } from '../../test/reading';

const row = (step: number, reward = step / 32): Uint8Array =>
  history(step, [
    item(['train/reward'], String(reward)),
    item(['_step'], String(step)),
    item(['_runtime'], '1.5'),
  ]);
const ROWS = Array.from({ length: 40 }, (_, i) => row(i));

describe('WandbReader', () => {
  it('reads a row per history record', async () => {
    const log = await readText(wandbFile([run([]), ...ROWS]));
    expect(log).toMatchObject({ format: 'wandb', malformed: 0, unfinished: false, notes: [] });
    expect(log.table.lines).toBeNull();
    expect(valuesOf(log.table, '_step')).toEqual(ROWS.map((_, i) => i));
    expect(valuesOf(log.table, 'train/reward')[39]).toBe(39 / 32);
  });

  it('gives the run that the same rows give as JSON Lines', async () => {
    const lines = jsonl(ROWS.map((_, i) => ({ 'train/reward': i / 32, _step: i, _runtime: 1.5 })));
    const [binary, text] = [await runOf(wandbFile(ROWS)), await runOf(lines)];
    expect([...binary.reward.steps]).toEqual([...text.reward.steps]);
    expect([...binary.reward.values]).toEqual([...text.reward.values]);
    expect(binary.metrics).toEqual(text.metrics);
  });

  it.each<[string, Uint8Array, string, number]>([
    ['a name with a slash', item(['train/reward'], '0.5'), 'train/reward', 0.5],
    ['the levels of a dictionary', item(['env', 'reward'], '0.5'), 'env.reward', 0.5],
    ['the name of an older writer', item('reward', '0.5'), 'reward', 0.5],
    ['NaN', item(['reward'], 'NaN'), 'reward', NaN],
    ['-Infinity', item(['reward'], '-Infinity'), 'reward', -Infinity],
    ['a switch', item(['done'], 'true'), 'done', 1],
    ['a dictionary', item(['env'], '{"reward": 0.5}'), 'env/reward', 0.5],
  ])('reads %s', async (_, member, key, value) => {
    const { table } = await readText(wandbFile([history(3, [member])]));
    expect(valuesOf(table, key)).toEqual([value]);
    expect(valuesOf(table, '_step')).toEqual([3]);
  });

  it('leaves histograms and pictures out, and says so', async () => {
    const picture = item(['samples'], '{"_type": "histogram", "values": [1, 2]}');
    const log = await readText(wandbFile([history(1, [picture, item(['reward'], '1')])]));
    expect([...log.table.numbers.keys()].sort()).toEqual(['_step', 'reward']);
    expect(log.notes).toEqual(['Not numbers, left out: samples.']);
  });

  it('takes hyperparameters out of the config, and nothing that names a person or a machine', async () => {
    const items = [
      item(['num_generations'], '8'),
      item(['actor'], '{"optim": {"lr": 1e-6, "betas": [0.9, 0.99]}}'),
      item(['model_name_or_path'], '"Qwen/Qwen2.5-3B"'),
      item(['_wandb'], '{"t": {"1": 5}}'),
      item(['hub_token'], '"hf_secret"'),
      item(['output_dir'], '"/home/someone/out"'),
      item(['model_path'], '"jane@example.org"'),
    ];
    const later = config([item(['beta'], '0.04'), item(['host_id'], '3'), item(['user'], '{"id": 3}')]);
    const log = await readText(wandbFile([run(items), output('jane@example.org'), later, ...ROWS]));
    expect(Object.fromEntries(log.header)).toEqual({
      num_generations: 8,
      'actor.optim.lr': 1e-6,
      'actor.optim.betas[0]': 0.9,
      'actor.optim.betas[1]': 0.99,
      model_name_or_path: 'Qwen/Qwen2.5-3B',
      beta: 0.04,
    });
    expect(JSON.stringify([...log.header, ...log.notes, ...log.table.texts])).not.toMatch(/jane|secret/);
  });

  it('falls back on the summary, and says so', async () => {
    const log = await readText(
      wandbFile([run([]), summary([item(['reward'], '0.5')]), summary([item(['reward'], '0.75')])]),
    );
    expect(valuesOf(log.table, 'reward')).toEqual([0.75]);
    expect(log.notes).toEqual([
      'No history among 3 records: only the last values are known, from the summary.',
    ]);
  });

  it('says why there is nothing to read', async () => {
    await expect(readText(wandbFile([]))).rejects.toThrow('no record was ever written to it');
    await expect(readText(wandbFile([run([]), output('step 1')]))).rejects.toThrow(
      'nothing was logged with wandb.log',
    );
  });

  it('joins records over blocks', async () => {
    const long = output('x'.repeat(70_000));
    const rows = [ROWS[0], long, ...ROWS.slice(1), long, row(40)];
    const log = await readText(wandbFile(rows));
    expect(valuesOf(log.table, '_step')).toEqual([...ROWS.map((_, i) => i), 40]);
  });

  it('loses to a wrong check the rest of its block, and no more', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => row(i));
    const bytes = wandbFile(rows);
    bytes[100] ^= 1;
    const log = await readText(bytes);
    const steps = valuesOf(log.table, '_step');
    expect(log.malformed).toBe(1);
    expect(steps.at(-1)).toBe(1999);
    expect(steps.length).toBeGreaterThan(1000);
    expect(log.notes[0]).toContain('damaged');
  });

  it('passes over zeros that a crash left', async () => {
    const log = await readText(join(wandbFile(ROWS), new Uint8Array(5000)));
    expect(log).toMatchObject({ malformed: 0, unfinished: false });
    expect(log.table.rowCount).toBe(40);
  });

  it('says that a last record is incomplete', async () => {
    const bytes = wandbFile(ROWS);
    for (const cut of [1, 10, 40])
      expect(await readText(bytes.slice(0, -cut))).toMatchObject({ malformed: 1, unfinished: true });
  });
});
