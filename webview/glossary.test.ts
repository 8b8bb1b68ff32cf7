import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTerms } from './glossary';

describe('splitTerms', () => {
  it('explains each term at its first mention only', () => {
    const segments = splitTerms('Rising to a plateau; the plateau is near.');
    expect(segments.filter(({ meaning }) => meaning !== null).map(({ text }) => text)).toEqual(['plateau']);
  });

  it.each([
    ['Plateaued at 0.6', []],
    ['95 % of the rise', ['95 %']],
    ['Ringing around 0.6', ['Ringing']],
    ['springing', []],
  ])('finds in %j the terms %j', (sentence, terms) => {
    const found = splitTerms(sentence).filter(({ meaning }) => meaning !== null);
    expect(found.map(({ text }) => text)).toEqual(terms);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('plateau', ' ', '95 %', 'overshoot', 'too early'))),
        (parts) => {
          const sentence = parts.join('');
          expect(
            splitTerms(sentence)
              .map(({ text }) => text)
              .join(''),
          ).toBe(sentence);
        },
      ),
    );
  });
});
