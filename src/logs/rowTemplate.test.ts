import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTable, readInPieces } from '../../test/reading';
import { addJsonRow, isJsonObject } from './jsonRow';
import { parseJson } from './parseJson';
import { RowTemplate } from './rowTemplate';
import { TableBuilder } from './tableBuilder';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (layout: string, line: string): number[] | null => {
  const template = RowTemplate.learn(encode(layout));
  if (template === null) throw new Error(`no layout: ${layout}`);
  const values = new Float64Array(template.keys.length);
  return template.read(encode(line), 0, values) < 0 ? null : [...values];
};

describe('RowTemplate', () => {
  it.each<[string, string[] | null]>([
    ['{"a": 1, "b": -2.5e-3}', ['a', 'b']],
    ['{"a":1,"b":2}', ['a', 'b']],
    ['{ "a" : 1 }', ['a']],
    ['{"é\\"\\u0041": 1, "\\\\": 2}', ['é"A', '\\']],
    ['{"a": NaN, "b": -Infinity}', ['a', 'b']],
    ['{"2": 1, "1": 2}', ['2', '1']],
    ['{"a": 1, "a": 2}', null],
    ['{"a": "1"}', null],
    ['{"a": null}', null],
    ['{"a": true}', null],
    ['{"a": {"b": 1}}', null],
    ['{"a": [1]}', null],
    ['{}', null],
  ])('learns from %s the keys %j', (line, keys) => {
    expect(RowTemplate.learn(encode(line))?.keys ?? null).toEqual(keys);
  });

  it.each<[string, string, number[] | null]>([
    ['{"a": 1, "b": 2}', '{"a": 3, "b": -4e-1}\n', [3, -0.4]],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": 4}\r\n', [3, 4]],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": NaN}\n', [3, NaN]],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": 4}', null],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": 4} \n', null],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": 4}}\n', null],
    ['{"a": 1, "b": 2}', '{"a": 3, "b": 4, "c": 5}\n', null],
    ['{"a": 1, "b": 2}', '{"a":3, "b": 4}\n', null],
    ['{"a": 1, "b": 2}', '{"b": 3, "a": 4}\n', null],
    ['{"a": 1, "b": 2}', '{"a": 03, "b": 4}\n', null],
    ['{"a": 1, "b": 2}', '{"a": null, "b": 4}\n', null],
    ['{"a": 1, "b": 2}', '{"a": 3\n', null],
    ['{"a": 1, "b": 2}', '\n', null],
  ])('with the layout of %s reads %j', (layout, line, values) => {
    expect(read(layout, line)).toEqual(values);
  });

  it.each<[string, number[] | null]>([
    ['{"a": 1, "b": 2, "c": 3}\n', [1, 3]],
    ['{"a": 1, "b": -2.5e7, "c": 3}\r\n', [1, 3]],
    ['{"a": 1, "b": NaN, "c": 3}\n', [1, 3]],
    ['{"a": 1, "b": 02, "c": 3}\n', null],
    ['{"a": 1, "b": null, "c": 3}\n', null],
    ['{"a": 1, "b": "2", "c": 3}\n', null],
    ['{"a": 1, "b": 2', null],
  ])('steps over the number nobody wants in %j and reads %j', (line, expected) => {
    const template = RowTemplate.learn(encode('{"a": 1, "b": 2, "c": 3}'));
    template?.readOnly(new Set(['a', 'c']));
    const values = new Float64Array(2);
    const end = template?.read(encode(line), 0, values);
    expect(end === -1 ? null : [...values]).toEqual(expected);
  });

  it('makes no difference to what JSON.parse would give', () => {
    const value = fc.oneof(
      {
        weight: 20,
        arbitrary: fc.double().map((number) => (Number.isFinite(number) ? JSON.stringify(number) : 'NaN')),
      },
      { weight: 10, arbitrary: fc.integer().map(String) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('null', 'true', '"0.5"', '"text"', '[1]', '{"x": 1}', '01', '-', '', '1.'),
      },
    );
    const layouts = fc.constantFrom(
      (a: string, b: string, c: string) => `{"step": ${a}, "reward": ${b}, "é/kl": ${c}}`,
      (a: string, b: string, c: string) => `{"step": ${a}, "eval_reward": ${b}, "x": ${c}}`,
      (a: string, b: string) => `{"step":${a},"loss":${b}}`,
      (a: string) => `not JSON ${a}`,
    );
    const line = fc.tuple(layouts, value, value, value).map(([layout, a, b, c]) => layout(a, b, c));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const table = new TableBuilder();
        lines.forEach((text, i) => {
          const row = parseJson(text);
          if (isJsonObject(row)) addJsonRow(table, row, i + 1, 1);
        });
        const bytes = encode(lines.map((text) => text + end).join(''));
        const fast = readInPieces('jsonl', bytes, []).table;
        expect(plainTable(fast)).toEqual(plainTable(table.table()));
        expect([...fast.numbers.keys()]).toEqual([...table.table().numbers.keys()]);
      }),
      { numRuns: 1000 },
    );
  });
});
