import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { history, item, output, run, wandbFile } from '../../test/carriers/wandb';
import { sessionStart, tfevents } from '../../test/carriers/tfevents';
import { join } from '../../test/carriers/protobufWriter';
import { plainTable, readInPieces, readText } from '../../test/reading';
import { LogError } from './logError';
import type { StreamFormat } from './logTable';

const TEXTS: readonly (readonly [StreamFormat, string])[] = [
  [
    'trainer_state',
    '\uFEFF{\n "é😀": "a\\"b",\n "log_history": [\n  {"step": 1, "reward": 0.5, "ключ": NaN},\n  {"step": 2, "reward": null},\n  7, {"step": 3, "nested": {"a": [1, "]}"]}}\n ],\n "max_steps": 30\n}\n',
  ],
  [
    'jsonl',
    '\uFEFF{"step": 1, "reward": 0.5, "ключ": "é😀"}\r\n{"step": 2, "data": {"a/b": -Infinity}}\n\nnot json\n{"step": 3, "reward": "0.25", "x": [1]}\n{"step": 4, "rew',
  ],
  ['csv', '\uFEFFarm,step,"re""ward"\r\n"ü, 😀",1,0.5\r\nb,2,nan\r\n"multi\nline",3,\r\nshort,4\r\nc,5,0.7'],
  ['csv', 'step;reward\n1;0,5\n2;0,75\n3;"0,8"\n4;"open\n5;1\n6;2\n7;3\n'],
  ['tsv', 'step\treward\n1\t0.5\n2\t-1e-3\n'],
];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const ROWS = [1, 2, 3].map((step) => ({ step, reward: step / 8, 'train/kl': 0.5 }));
const EVENTS = join(tfevents(ROWS), sessionStart(2, 2e9), tfevents(ROWS.slice(1), 2e9)).slice(0, -7);
const HISTORY = wandbFile([
  run([item(['lr'], '0.1')]),
  ...ROWS.map(({ step, reward }) => history(step, [item(['reward'], String(reward))])),
  output('x'.repeat(33_000)),
  history(4, [item(['reward'], 'NaN')]),
]);

const SAMPLES: readonly (readonly [StreamFormat, Uint8Array])[] = [
  ['tensorboard', EVENTS],
  ['wandb', HISTORY],
  ...TEXTS.map(([format, text]) => [format, encode(text)] as const),
];

describe('every reader', () => {
  it.each(SAMPLES)('gives the same table for any split of the bytes (%s)', (format, bytes) => {
    const whole = readInPieces(format, bytes, []);
    expect(whole.table.rowCount).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        const pieces = readInPieces(format, bytes, cuts);
        expect(plainTable(pieces.table)).toEqual(plainTable(whole.table));
        expect(pieces.outcome).toEqual(whole.outcome);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same table byte by byte', () => {
    for (const [format, bytes] of SAMPLES) {
      const single = readInPieces(
        format,
        bytes,
        Array.from(bytes, (_, i) => i),
      );
      expect(plainTable(single.table)).toEqual(plainTable(readInPieces(format, bytes, []).table));
    }
  });

  it('answers damaged bytes with a log or a LogError, never another throw', async () => {
    const damage = fc.record({
      sample: fc.constantFrom(...SAMPLES),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      forced: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample: [format, whole], keep, flips, forced }) => {
        const bytes = whole.slice(0, Math.ceil(keep * whole.length));
        for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const answer = await readText(bytes, forced ? format : undefined).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toBeInstanceOf(LogError);
        else expect(answer).toHaveProperty('table');
      }),
      { numRuns: 2000 },
    );
  });
});
