import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/reading';
import { createReader } from '../createReader';
import type { LogPart } from '../logTable';
import { JsonDocumentReader } from './jsonDocumentReader';

const rows = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ step: i + 1, reward: i / 10 }));

/** Every table as [path, rows, keys, line and column of the first row]. */
function shapeOf({ path, table }: LogPart): unknown[] {
  return [
    path.slice(1),
    table.rowCount,
    [...table.numbers.keys()],
    table.lines?.[0],
    table.columns?.[0] ?? 1,
  ];
}
function read(text: string, cuts: readonly number[] = []): JsonDocumentReader {
  const reader = new JsonDocumentReader();
  const bytes = new TextEncoder().encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    reader.push(bytes.slice(from, end));
    from = end;
  }
  return reader;
}

describe('JsonDocumentReader', () => {
  it.each<[string, string, unknown[]]>([
    ['a list of objects', JSON.stringify(rows(3), null, 1), [[['list'], 3, ['step', 'reward'], 2, 2]]],
    ['one line', `  [${JSON.stringify(rows(2)).slice(1)}`, [[['list'], 2, ['step', 'reward'], 1, 4]]],
    ['a byte order mark', `\uFEFF${JSON.stringify(rows(2))}`, [[['list'], 2, ['step', 'reward'], 1, 2]]],
    [
      'lists by name',
      JSON.stringify({ a: { x: rows(2) }, b: { x: rows(3) } }),
      [
        [['a', 'x'], 2, ['step', 'reward'], 1, 12],
        [['b', 'x'], 3, ['step', 'reward'], 1, 70],
      ],
    ],
    [
      'columns side by side',
      '{"step": [1, 2, 3],\n"reward": [0.1, null, NaN], "name": ["a", "b", "c"], "one": [1]}',
      [[['step+reward'], 3, ['step', 'reward'], 2, 12]],
    ],
    [
      'pairs of a step and a value, side by side',
      '{"reward": [[10, 0.1], [20, 0.2]],\n"kl": [[10, 1], [20, 2]],\n"late": [[30, 1], [40, 2]]}',
      [
        [['reward+kl'], 2, ['step', 'reward', 'kl'], 1, 18],
        [['late'], 2, ['step', 'late'], 3, 15],
      ],
    ],
    [
      'lists of lists that are no such pairs',
      '{"back": [[2, 1], [1, 2]], "half": [[1.5, 1], [2.5, 2]], "three": [[1, 2, 3], [4, 5, 6]], "mixed": [[1, 2], 3, [4, 5], 6]}',
      [],
    ],
    [
      'objects before numbers',
      '{"trace": [1, 2, 3], "log": [{"r": 1}, {"r": 2}]}',
      [
        [['log'], 2, ['r'], 1, 30],
        [['trace'], 3, ['trace'], 1, 12],
      ],
    ],
    [
      'nested metrics',
      '[{"step": 1, "metrics": {"reward": 1, "kl": {"max": 2}}}, {"step": 2, "data": {"reward": 1}}]',
      [[['list'], 2, ['step', 'reward', 'kl/max'], 1, 2]],
    ],
    [
      'records under counted keys',
      '{"log": {"1": {"reward": 1}, "2": {"reward": 2}}}',
      [[['log', 'counted'], 2, ['step', 'reward'], 1, 15]],
    ],
    [
      'columns under counted keys',
      '{"step": {"0": 5, "1": 6}, "reward": {"0": 0.1, "1": 0.2}}',
      [[['step+reward'], 2, ['step', 'reward'], 1, 44]],
    ],
    [
      'documents one after the other',
      '{\n"step": 1\n}\n{\n"step": 2\n}\n',
      [[['documents'], 2, ['step'], 1, 1]],
    ],
    ['numbers written as texts', '[{"r": "1"}, {"r": "nan"}]', [[['list'], 2, ['r'], 1, 2]]],
  ])('reads %s', (_, text, parts) => {
    const reader = read(text);
    expect(reader.finish().malformed).toBe(0);
    expect(reader.parts().map(shapeOf)).toEqual(parts);
  });

  it('names the lists of a report by the words above them', () => {
    const list = JSON.stringify(rows(2), null, 2);
    const reader = read(`Loaded\n\n====\nENV A (1, 2)\n====\n${list}\n\nENV B [x]\n${list}\n`);
    expect(reader.parts().map(({ path }) => path)).toEqual([
      ['ENV A (1, 2)', 'list'],
      ['ENV B [x]', 'list'],
    ]);
  });

  it.each([
    ['cut off in a record', '[{"step": 1, "r": 1},\n{"step": 2, "r": 1},\n{"step": 3, "r', 2, 1, true],
    ['cut off between records', '[{"step": 1},\n{"step": 2},', 2, 0, true],
    ['broken in the middle', '[{"step": 1},\n{"step": 2},\n{"step": oops}, {"step": 4}]', 2, 1, false],
    ['closed by the wrong bracket', '[{"step": 1}, {"step": 2}}', 2, 1, false],
  ])('keeps what comes before where a document is %s', (_, text, count, malformed, unfinished) => {
    const reader = read(text);
    const outcome = reader.finish();
    expect([reader.table.size, outcome.malformed, outcome.unfinished]).toEqual([
      count,
      malformed,
      unfinished,
    ]);
  });

  it('bears deep nesting, hostile keys and many lists', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '[{"__proto__": 1}, {"__proto__": 2}]'])
      read(text).finish();
    const reader = read('[{"__proto__": 1, "constructor": 2}, {"__proto__": 3}]');
    expect(reader.parts().map(shapeOf)).toEqual([[['list'], 2, ['__proto__', 'constructor'], 1, 2]]);
    const many = read(JSON.stringify(Array.from({ length: 3000 }, () => ({ x: [1, 2] }))));
    expect(many.finish().notes[0]).toMatch(/^More than 1024 lists: \d+ further ones left out\.$/);
  });

  it('gives the numbers beside the lists as facts', () => {
    const reader = read(JSON.stringify({ group: 8, lr: 3e-5, model: 'x', log: rows(2) }));
    expect([...reader.finish().header]).toEqual([
      ['group', 8],
      ['lr', 3e-5],
    ]);
  });

  it('gives the same tables for any split of the bytes', () => {
    const text =
      'Über 😀:\n[{"a": 1, "ключ": "é\\"x"},\n {"a": -2.5e3, "b": [1, 2, 3], "n": null}]\nx\n{"l": [1, NaN, 3], "o": {"1": 2, "2": 3}}';
    const plain = (reader: JsonDocumentReader): unknown => [
      reader.finish(),
      reader
        .parts()
        .map((part) => [
          part.path,
          shapeOf(part),
          [...part.table.numbers.values()].map(({ values }) => [...values]),
        ]),
    ];
    const whole = plain(read(text));
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        expect(plain(read(text, cuts))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('is recognised by content', async () => {
    expect((await readText(JSON.stringify(rows(3)))).format).toBe('json');
    expect((await readText(JSON.stringify({ log: rows(3) }))).format).toBe('json');
    expect((await readText('{"step": 1, "reward": 0.5, "samples": [{"a": 1}, {"a": 2}]}')).format).toBe(
      'jsonl',
    );
    expect((await readText(`Report\n${JSON.stringify(rows(3), null, 2)}`)).format).toBe('json');
    expect(
      (await readText('{"reward_trace": [0.5, 0.75, 1]}')).table.numbers.get('reward_trace')?.values.length,
    ).toBe(3);
    expect(createReader('json', new Uint8Array()).table.size).toBe(0);
  });
});
