import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTable, readInPieces } from '../../test/reading';
import { CsvNumberRow } from './csvNumberRow';
import { parseNumber } from './parseNumber';
import { TableBuilder } from './tableBuilder';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('CsvNumberRow', () => {
  it.each<[string, (number | null)[] | null]>([
    ['1,2.5,-3e-2\n', [1, 2.5, -0.03]],
    ['1,,3\r\n', [1, null, 3]],
    [',,\n', [null, null, null]],
    ['1,2,\n', [1, 2, null]],
    ['1,2,\r\n', [1, 2, null]],
    ['NaN,Infinity,-Infinity\n', [NaN, Infinity, -Infinity]],
    ['1,2,3', null],
    ['1,2\n', null],
    ['1,2,3,4\n', null],
    ['1,2,3,\n', null],
    ['1,2,x\n', null],
    ['1, 2,3\n', null],
    ['"1",2,3\n', null],
    ['\n', null],
    ['1;2;3\n', null],
  ])('reads %j', (line, expected) => {
    const row = new CsvNumberRow(3, ',');
    const next = row.read(encode(line), 0);
    expect(next < 0 ? null : [...row.values].map((value, i) => (row.filled[i] === 1 ? value : null))).toEqual(
      expected,
    );
    if (next >= 0) expect(next).toBe(line.length);
  });

  it('makes no difference to what splitting would give', () => {
    const cell = fc.oneof(
      { weight: 10, arbitrary: fc.double().map(String) },
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('nan', 'abc', ' 1', '+2', '.5', '01', '1e', '-') },
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const table = new TableBuilder();
        rows.forEach((cells, i) => {
          table.beginRow(i + 2, 1);
          cells.forEach((text, column) => {
            const key = 'abc'.charAt(column);
            const number = parseNumber(text);
            if (number !== null) table.number(key, number);
            else if (text !== '') table.text(key, text);
          });
        });
        const text = ['a,b,c', ...rows.map((cells) => cells.join(','))].map((line) => line + end).join('');
        expect(plainTable(readInPieces('csv', encode(text), []).table)).toEqual(plainTable(table.table()));
      }),
      { numRuns: 500 },
    );
  });
});
