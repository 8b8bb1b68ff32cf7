import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from './limits';
import { isTooDeep, parseJson, quoteNonFinite } from './parseJson';

describe('parseJson', () => {
  it.each<[string, unknown]>([
    ['{"a": 1}', { a: 1 }],
    ['{"a": NaN, "b": -Infinity, "c": Infinity}', { a: 'NaN', b: '-Infinity', c: 'Infinity' }],
    ['[NaN,NaN]', ['NaN', 'NaN']],
    ['{"NaN": "NaN and \\"Infinity\\"", "b": NaN}', { NaN: 'NaN and "Infinity"', b: 'NaN' }],
    ['{"path": "C:\\\\", "b": nan}', { path: 'C:\\', b: 'nan' }],
    ['{"a": 1', undefined],
    ['{"a": NaN', undefined],
    ['{"a": Nan}', undefined],
    ['', undefined],
    ['NaN', 'NaN'],
    [`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`, expect.any(Array)],
    [`${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}`, undefined],
    [`{"a": "${'['.repeat(500)}"}`, { a: '['.repeat(500) }],
    [`[${'{},'.repeat(500)}{}]`, expect.any(Array)],
  ])('%.60s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it('never throws and never overflows the stack', () => {
    for (const bracket of ['[', '{"a":', '[{"a":'])
      expect(parseJson(bracket.repeat(200_000))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseJson(text);
      }),
    );
  });

  it('leaves what is valid JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (!isTooDeep(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
        expect(JSON.parse(quoteNonFinite(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
