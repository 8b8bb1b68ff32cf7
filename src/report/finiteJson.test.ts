import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finiteJson } from './finiteJson';

describe('finiteJson', () => {
  it('turns what JSON cannot hold into null, at any depth', () => {
    expect(finiteJson({ a: NaN, b: [1, -Infinity, { c: Infinity }], d: null, e: 'NaN', f: true })).toEqual({
      a: null,
      b: [1, null, { c: null }],
      d: null,
      e: 'NaN',
      f: true,
    });
  });

  it('survives a round trip through JSON, whatever the data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.double(), (data, number) => {
        const clean = finiteJson({ data, number });
        expect(JSON.stringify(clean)).not.toMatch(/NaN|Infinity/);
        expect(finiteJson(clean)).toEqual(clean);
      }),
    );
  });

  it('keeps a key called __proto__ a plain key', () => {
    const clean = finiteJson(JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, unknown>);
    expect(Object.keys(clean)).toEqual(['__proto__']);
    expect('polluted' in clean).toBe(false);
  });
});
