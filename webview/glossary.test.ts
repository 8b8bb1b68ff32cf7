import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { afterEach, describe, expect, it } from 'vitest';
import { splitTerms } from './glossary';

describe('splitTerms', () => {
  afterEach(() => config({ contents: {} }));

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

  it('finds terms of a script without spaces between the other signs', () => {
    config({ contents: readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8') });
    const found = splitTerms('奖励在平台值附近振荡，噪声上限约0.93。').filter(
      ({ meaning }) => meaning !== null,
    );
    expect(found.map(({ text }) => text)).toEqual(['平台值', '振荡', '噪声上限']);
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
