import { describe, expect, it } from 'vitest';
import {
  doubleField,
  fixed,
  floatField,
  integerField,
  bytesField,
  join,
} from '../../test/carriers/protobufWriter';
import {
  frame,
  sessionStart,
  simpleValue,
  summaryEvent,
  tensorValue,
  textValue,
  tfevents,
  versionEvent,
} from '../../test/carriers/tfevents';
import { jsonl, readText, runOf, valuesOf } from '../../test/reading';

const T = 1_700_000_000;
const ROWS = Array.from({ length: 30 }, (_, i) => ({
  step: 10 * (i + 1),
  'train/reward': i / 32,
  'train/kl': i / 1024,
}));

describe('TfeventsReader', () => {
  it('joins the values of one step into a row, with step and time', async () => {
    const log = await readText(tfevents(ROWS));
    expect(log).toMatchObject({ format: 'tensorboard', malformed: 0, unfinished: false, notes: [] });
    expect(log.table.lines).toBeNull();
    expect(log.table.rowCount).toBe(30);
    expect(valuesOf(log.table, 'step')).toEqual(ROWS.map(({ step }) => step));
    expect(valuesOf(log.table, 'train/reward')).toEqual(ROWS.map((row) => row['train/reward']));
    expect(valuesOf(log.table, 'wall_time').slice(0, 2)).toEqual([T, T + 10]);
  });

  it('joins them too where a writer goes tag by tag', async () => {
    const tags = ['train/reward', 'train/kl'] as const;
    const events = tags.flatMap((tag) =>
      ROWS.map((row) => summaryEvent(row.step, T, [simpleValue(tag, row[tag])])),
    );
    const log = await readText(join(versionEvent(T), ...events));
    expect(log.table.rowCount).toBe(30);
    expect(valuesOf(log.table, 'train/kl')).toEqual(ROWS.map((row) => row['train/kl']));
  });

  it('gives the run that the same rows give as JSON Lines', async () => {
    const keyed = ROWS.map(({ step, ...rest }) => ({ step, ...rest }));
    const [events, lines] = [await runOf(tfevents(ROWS)), await runOf(jsonl(keyed))];
    expect([...events.reward.steps]).toEqual([...lines.reward.steps]);
    expect([...events.reward.values]).toEqual([...lines.reward.values]);
    expect(events.metrics).toEqual(lines.metrics);
    expect([...(events.series.get('kl')?.values ?? [])]).toEqual([...(lines.series.get('kl')?.values ?? [])]);
  });

  const half = fixed(2, (view) => view.setUint16(0, 0x3800, true));
  const bfloat = fixed(2, (view) => view.setUint16(0, 0x3f00, true));
  it.each<[string, Uint8Array]>([
    ['a float', tensorValue('r', integerField(1, 1), floatField(5, 0.5))],
    [
      'a packed float',
      tensorValue(
        'r',
        integerField(1, 1),
        bytesField(
          5,
          fixed(4, (v) => v.setFloat32(0, 0.5, true)),
        ),
      ),
    ],
    ['a double', tensorValue('r', integerField(1, 2), doubleField(6, 0.5))],
    [
      'raw float',
      tensorValue(
        'r',
        integerField(1, 1),
        bytesField(
          4,
          fixed(4, (v) => v.setFloat32(0, 0.5, true)),
        ),
      ),
    ],
    [
      'raw double',
      tensorValue(
        'r',
        bytesField(
          4,
          fixed(8, (v) => v.setFloat64(0, 0.5, true)),
        ),
        integerField(1, 2),
      ),
    ],
    ['raw half', tensorValue('r', integerField(1, 19), bytesField(4, half))],
    ['raw bfloat16', tensorValue('r', integerField(1, 14), bytesField(4, bfloat))],
  ])('reads a tensor with %s', async (_, value) => {
    const log = await readText(join(versionEvent(T), summaryEvent(1, T, [value])));
    expect(valuesOf(log.table, 'r')).toEqual([0.5]);
  });

  it.each<[string, Uint8Array, number]>([
    ['an int64', tensorValue('r', integerField(1, 9), bytesField(10, integerField(0, 7).slice(1))), 7],
    ['an int32 by itself', tensorValue('r', integerField(1, 3), integerField(7, 7)), 7],
    [
      'raw int64',
      tensorValue(
        'r',
        integerField(1, 9),
        bytesField(
          4,
          fixed(8, (v) => v.setBigInt64(0, -3n, true)),
        ),
      ),
      -3,
    ],
  ])('reads a tensor with %s', async (_, value, expected) => {
    const log = await readText(join(versionEvent(T), summaryEvent(1, T, [value])));
    expect(valuesOf(log.table, 'r')).toEqual([expected]);
  });

  it('leaves lists, pictures and prose out', async () => {
    const list = tensorValue('list', integerField(1, 1), bytesField(5, new Uint8Array(8)));
    const values = [list, textValue('note', 'reward went up'), simpleValue('r', 1)];
    const log = await readText(join(versionEvent(T), summaryEvent(1, T, values)));
    expect([...log.table.numbers.keys()].sort()).toEqual(['r', 'step', 'wall_time']);
    expect(log.header.size).toBe(0);
  });

  it("reads a Trainer's arguments, and no person out of them", async () => {
    const args = {
      num_generations: 8,
      beta: 0.04,
      adam_beta1: 0.9,
      bf16: true,
      model_name_or_path: '/home/someone/models/qwen',
      hub_token: 'hf_abc',
      output_dir: '/home/someone/out',
      run_name: "jane's run",
    };
    const text = summaryEvent(0, T, [textValue('args', JSON.stringify(args, null, 2))]);
    const log = await readText(join(versionEvent(T), text, summaryEvent(1, T, [simpleValue('r', 1)])));
    expect(Object.fromEntries(log.header)).toEqual({
      num_generations: 8,
      beta: 0.04,
      adam_beta1: 0.9,
      bf16: 1,
      model_name_or_path: 'qwen',
    });
  });

  it('lets a file that goes back replace what it repeats', async () => {
    const again = ROWS.slice(20).map((row) => ({ ...row, 'train/reward': 1 }));
    const run = await runOf(join(tfevents(ROWS), tfevents(again, T + 1e6)));
    expect(run.dropped.replacedByResume).toBe(10);
    expect([...run.reward.steps]).toEqual(ROWS.map(({ step }) => step));
    expect(run.reward.values.slice(20).every((value) => value === 1)).toBe(true);
    expect(run.marks).toEqual([{ kind: 'resume', step: 210, line: null }]);
    expect(run.notes).toContain('2 event files read as one run.');
  });

  it("hears torch's purge_step before the new attempt logs its reward", async () => {
    const rest = ROWS.slice(15).map((row) => ({ ...row, 'train/reward': 1 }));
    const events = join(tfevents(ROWS), sessionStart(160, T + 1000), tfevents(rest, T + 1000));
    expect((await runOf(events)).dropped.replacedByResume).toBe(15);
  });

  it('joins the rows of two processes that write at the same time', async () => {
    const other = ROWS.map(({ step }) => ({ step, 'eval/reward': 0.5 }));
    const log = await readText(join(tfevents(ROWS), tfevents(other, T)));
    expect(log.table.rowCount).toBe(30);
  });

  it('averages a metric that is logged twice in one step, as everywhere', async () => {
    const twice = [1, 2, 3].flatMap((step) => [
      { step, reward: 0.25 },
      { step, reward: 0.75 },
    ]);
    const run = await runOf(tfevents(twice));
    expect([...run.reward.values]).toEqual([0.5, 0.5, 0.5]);
    expect(run.dropped.averaged).toBe(3);
  });

  it('goes on after damage, and counts it', async () => {
    const bytes = tfevents(ROWS);
    const record = versionEvent(T).length + tfevents(ROWS.slice(0, 1)).length - versionEvent(T).length;
    bytes[record + 20] ^= 1; // in the data of row 2's first value
    const log = await readText(bytes);
    expect(log.malformed).toBe(1);
    expect(log.table.rowCount).toBe(30);
    expect(valuesOf(log.table, 'train/reward')).toHaveLength(29);
    expect(log.notes).toEqual(['1 damaged record left out: the checksum does not fit.']);
  });

  it('reads on in the next file where one ends in the middle of a record', async () => {
    const first = tfevents(ROWS.slice(0, 20));
    const log = await readText(join(first.slice(0, -9), tfevents(ROWS.slice(20), T + 1e6)));
    expect(log).toMatchObject({ malformed: 1, unfinished: false });
    expect(valuesOf(log.table, 'train/reward')).toHaveLength(30);
    expect(valuesOf(log.table, 'train/kl')).toHaveLength(29);
  });

  it('says that a last record is incomplete', async () => {
    const bytes = tfevents(ROWS);
    for (const cut of [1, 5, 20, 40])
      expect(await readText(bytes.slice(0, -cut))).toMatchObject({ malformed: 1, unfinished: true });
  });

  it('passes over a record that claims to be huge', async () => {
    const huge = frame(new Uint8Array(8), 2 ** 40);
    const log = await readText(join(tfevents(ROWS), huge));
    expect(log).toMatchObject({ malformed: 2, unfinished: true });
    expect(log.notes).toContain('1 record over 16 MB left out.');
    expect(log.table.rowCount).toBe(30);
  });

  it('keeps a tag that is named like the step', async () => {
    const log = await readText(tfevents([{ step: 1, r: 1 }]));
    expect(log.table.numbers.has('step')).toBe(true);
    const named = join(versionEvent(T), summaryEvent(5, T, [simpleValue('step', 0.5)]));
    const table = (await readText(named)).table;
    expect([valuesOf(table, 'step'), valuesOf(table, 'step (of the record)')]).toEqual([[0.5], [5]]);
  });
});
