import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTable, readInPieces, readText, valuesOf } from '../../test/reading';
import { JsonlReader } from './jsonlReader';
import type { LogTable } from './logTable';

const read = (text: string): ReturnType<typeof readInPieces> =>
  readInPieces('jsonl', new TextEncoder().encode(text), []);

describe('JsonlReader', () => {
  it('keeps numbers and short texts by row, with lines', () => {
    const { table, outcome } = read('{"step": 1, "reward": 0.5, "arm": "a"}\n\n{"reward": 1e-3}\n');
    expect(plainTable(table)).toEqual({
      rows: 2,
      lines: [1, 3],
      columns: null,
      cells: ['[0,"arm","text a"]', '[0,"reward","0.5"]', '[0,"step","1"]', '[1,"reward","0.001"]'],
    });
    expect(outcome).toEqual({
      malformed: 0,
      firstMalformedLine: null,
      unfinished: false,
      header: new Map(),
      notes: [],
    });
  });

  it.each<[string, string, Record<string, number[]>]>([
    [
      'verl envelope',
      '{"step": 12, "data": {"critic/score/mean": 0.5}}',
      { step: [12], 'critic/score/mean': [0.5] },
    ],
    ['ROLL envelope', '{"step": 1, "metrics": {"critic/score/mean": 0.5}}', { 'critic/score/mean': [0.5] }],
    [
      'EasyR1 nesting',
      '{"step": 3, "reward": {"overall": 0.4}, "a": {"b": {"c": 1}}}',
      { 'reward/overall': [0.4], 'a/b/c': [1] },
    ],
    ['bare non-finite words', '{"a": NaN, "b": -Infinity, "c": [NaN]}', { a: [NaN], b: [-Infinity] }],
    [
      'non-finite words as strings',
      '{"a": "NaN", "b": "Infinity", "c": "0.31"}',
      { a: [NaN], b: [Infinity], c: [0.31] },
    ],
    ['booleans', '{"a": true, "b": false}', { a: [1], b: [0] }],
    ['a key twice keeps the last', '{"a": 1, "b": 5, "a": 2}', { a: [2], b: [5] }],
    [
      'hostile keys',
      '{"__proto__": 1, "constructor": 2, "toString": 3, "reward": 4}',
      { __proto__: [1], constructor: [2], toString: [3], reward: [4] },
    ],
    ['null before any number is no value', '{"a": null}\n{"a": 1}', { a: [1] }],
    ['null after a number is NaN', '{"a": 1, "b": 1, "c": 1}\n{"a": null, "b": 2, "c": 3}', { a: [1, NaN] }],
    [
      'a padded row has no such cells',
      '{"a": 1, "b": 1, "c": 1}\n{"a": null, "b": null, "c": 3}',
      { a: [1], b: [1] },
    ],
  ])('%s', (_, text, expected) => {
    const { table, outcome } = read(text);
    for (const [key, values] of Object.entries(expected))
      expect([key, valuesOf(table, key)]).toEqual([key, values]);
    expect(valuesOf(table, '__proto__')).toEqual(text.includes('__proto__') ? [1] : []);
    expect(outcome.malformed).toBe(0);
  });

  it('leaves out lists and prose, and says so once', () => {
    const { table, outcome } = read(
      `{"step": 1, "x": [1, 2], "prose": "${'y'.repeat(500)}"}\n{"step": 2, "x": []}\n`,
    );
    expect([...table.numbers.keys()]).toEqual(['step']);
    expect(outcome.notes).toEqual(['Not numbers, left out: x, prose.']);
  });

  it('counts lines that are no object, and tells an unfinished last one', () => {
    const text = '{"step": 1}\nnot json\n[1]\n"s"\n7\n{"step": 2}\n{"step": 3, "rew';
    expect(read(text).outcome).toMatchObject({ malformed: 5, firstMalformedLine: 2, unfinished: true });
    expect(read(`${text}\n`).outcome).toMatchObject({ malformed: 5, unfinished: false });
    expect(read('{"step": 1}').outcome).toMatchObject({ malformed: 0, unfinished: false });
  });

  it('keeps the columns that are wanted as they are, and of the others the names, for any split', () => {
    const wanted = (keys: readonly string[]): ReadonlySet<string> =>
      new Set(keys.filter((key) => !key.startsWith('x')));
    const readWanted = (bytes: Uint8Array, cuts: readonly number[]): LogTable => {
      const reader = new JsonlReader(wanted);
      const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
      ends.forEach((end, i) => reader.push(bytes.slice(ends[i - 1] ?? 0, end)));
      reader.finish();
      return reader.table.table();
    };
    const value = fc.constantFrom('1', '-2.5e-3', 'NaN', 'null', '"0.5"', '"text"', '01', '[1]');
    const row = fc.oneof(
      { weight: 8, arbitrary: fc.nat(99).map((n) => `{"step": ${n}, "x1": 0.${n}, "a": ${n}, "x2": 7}`) },
      { weight: 1, arbitrary: value.map((text) => `{"step": 1, "x1": ${text}, "a": 2, "x2": 7}`) },
      { weight: 1, arbitrary: value.map((text) => `{"x3": 2, "a": ${text}}`) },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.nat(), { maxLength: 10 }), (rows, cuts) => {
        const bytes = new TextEncoder().encode(rows.map((text) => `${text}\n`).join(''));
        const all = readInPieces('jsonl', bytes, []).table;
        const columns = [...all.numbers].map(([key, column]) =>
          key.startsWith('x')
            ? ([
                key,
                { ...column, rows: column.rows.slice(0, 0), values: column.values.slice(0, 0) },
              ] as const)
            : ([key, column] as const),
        );
        const kept = readWanted(bytes, cuts);
        expect(plainTable(kept)).toEqual(plainTable({ ...all, numbers: new Map(columns) }));
        expect([...kept.numbers.keys()]).toEqual([...all.numbers.keys()]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a step such as 10/438 as text', () => {
    const { table } = read('{"global_step/max_steps": "10/438", "elapsed_time": "51s"}\n');
    expect(table.texts.get('global_step/max_steps')?.values).toEqual(['10/438']);
  });

  it('refuses nesting beyond the limit without overflowing the stack', () => {
    const deep = `{"a": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(read(`${deep}\n{"step": 1}\n`).outcome).toMatchObject({ malformed: 1, firstMalformedLine: 1 });
    expect(read(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}\n{"step": 1}\n`).outcome.malformed).toBe(
      1,
    );
  });

  it('bounds the number of columns and says so', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i]));
    const { table, outcome } = read(
      `${JSON.stringify(wide)}\n${JSON.stringify({ ['k'.repeat(1000)]: 1 })}\n`,
    );
    expect(table.numbers.size).toBe(4096);
    expect(outcome.notes).toEqual([expect.stringContaining('905 values under others left out')]);
  });

  it('reads a 50 MB line as malformed and the rest as ever', async () => {
    const text = `{"step": 1, "reward": 0.5}\n{"step": 2, "x": "${'y'.repeat(50_000_000)}"}\n{"step": 3, "reward": 0.6}\n`;
    const raw = await readText(text);
    expect(raw).toMatchObject({ malformed: 1, table: { rowCount: 2 } });
    expect(raw.notes).toEqual(['One record over 16 MB left out, the first in line 2.']);
  });
});
