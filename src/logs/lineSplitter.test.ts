import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECORD_BYTES } from './limits';
import { LineSplitter } from './lineSplitter';

type Seen = [number, string, boolean];

function split(pieces: readonly Uint8Array[]): { lines: Seen[]; tooLong: number[] } {
  const lines: Seen[] = [];
  const tooLong: number[] = [];
  const splitter = new LineSplitter({
    line: (text, number, terminated) => lines.push([number, text, terminated]),
    tooLong: (number) => tooLong.push(number),
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.finish();
  return { lines, tooLong };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('LineSplitter', () => {
  it.each<[string, string, Seen[]]>([
    ['nothing', '', []],
    ['one line without an end', 'a', [[1, 'a', false]]],
    ['one line', 'a\n', [[1, 'a', true]]],
    [
      'empty lines count',
      '\n\na\n',
      [
        [1, '', true],
        [2, '', true],
        [3, 'a', true],
      ],
    ],
    [
      'CRLF',
      'a\r\nb\r\n',
      [
        [1, 'a', true],
        [2, 'b', true],
      ],
    ],
    [
      'a lone CR ends a line, as editors count',
      'a\r\rb\n\r\nc\r',
      [
        [1, 'a', true],
        [2, '', true],
        [3, 'b', true],
        [4, '', true],
        [5, 'c', true],
      ],
    ],
    [
      'lone CRs only',
      'a\rb',
      [
        [1, 'a', true],
        [2, 'b', false],
      ],
    ],
    [
      'byte order mark',
      '\uFEFFa\nb',
      [
        [1, 'a', true],
        [2, 'b', false],
      ],
    ],
    [
      'a later U+FEFF is text',
      'a\n\uFEFFb\n',
      [
        [1, 'a', true],
        [2, '\uFEFFb', true],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(split([encode(text)]).lines).toEqual(expected);
  });

  it('gives the same lines for any split of the bytes', () => {
    const texts = fc.array(
      fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r', '\uFEFF', '"', 'x'.repeat(70_000)),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 12 }), (parts, cuts) => {
        const bytes = encode(parts.join(''));
        const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
        const pieces = ends.map((end, i) => bytes.slice(ends[i - 1] ?? 0, end));
        expect(split(pieces)).toEqual(split([bytes]));
      }),
      { numRuns: 200 },
    );
  });

  it('counts lines as an editor does', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'é'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const expected = text.split(/\r\n|\r|\n/);
        if (expected.at(-1) === '') expected.pop();
        expect(split([encode(text)]).lines.map(([, line]) => line)).toEqual(expected);
      }),
    );
  });

  it('gives up a line over the limit, wherever the chunks end, and goes on after it', () => {
    const long = 'x'.repeat(MAX_RECORD_BYTES + 1);
    const bytes = encode(`a\n${long}\nb\n`);
    const whole = split([bytes]);
    expect(whole).toEqual({
      lines: [
        [1, 'a', true],
        [3, 'b', true],
      ],
      tooLong: [2],
    });
    expect(split([bytes.slice(0, 7), bytes.slice(7, 9_000_000), bytes.slice(9_000_000)])).toEqual(whole);
    expect(split([encode('x'.repeat(MAX_RECORD_BYTES))]).tooLong).toEqual([]);
    expect(split([encode(long)]).tooLong).toEqual([1]);
    expect(split([encode('é'.repeat(MAX_RECORD_BYTES / 2 + 1))]).tooLong).toEqual([1]);
    expect(split([encode('é'.repeat(MAX_RECORD_BYTES / 2))]).tooLong).toEqual([]);
  });
});
