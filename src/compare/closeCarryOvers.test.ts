import { describe, expect, it } from 'vitest';
import { carrySentences } from './carrySentences';
import { closeCarryOvers, type OpenCarryOver } from './closeCarryOvers';

const asked = (first: number, second: number, p: number): OpenCarryOver => ({
  ...{ first, second, p, predicted: 0.04, measured: 0.03, ratio: 0.75 },
  interval: [0.6, 0.9],
});
const refused: OpenCarryOver = { first: 2, second: 3, verdict: 'not-assessable', because: 'so' };

describe('κ carried over between several pairs', () => {
  it.each<[string, OpenCarryOver[], (number | null)[], (string | number | undefined)[][]]>([
    ['one pair', [asked(0, 1, 0.04)], [], [['differ', 0.04, 0.04]]],
    [
      'two pairs, and one that has no answer',
      [asked(0, 1, 0.04), refused, asked(0, 2, 0.02)],
      [],
      [
        ['differ', 0.04, 0.04],
        ['not-assessable', undefined, undefined],
        ['differ', 0.02, 0.04],
      ],
    ],
    [
      'three pairs',
      [asked(0, 1, 0.001), asked(0, 2, 0.03), asked(1, 2, 0.2)],
      [],
      [
        ['differ', 0.001, 0.003],
        ['hint', 0.03, 0.06],
        ['no-detectable-difference', 0.2, 0.2],
      ],
    ],
    [
      'a pair and the same pair of copies',
      [asked(0, 1, 0.04), asked(1, 2, 0.04)],
      [null, null, 0],
      [
        ['differ', 0.04, 0.04],
        ['differ', 0.04, 0.04],
      ],
    ],
  ])('counts %s', (_, open, copies, expected) => {
    const closed = closeCarryOvers(open, copies);
    expect(
      closed.map((one) =>
        'p' in one ? [one.verdict, one.p, one.pHolm] : [one.verdict, undefined, undefined],
      ),
    ).toEqual(expected);
  });

  it('says a hint where a pair holds only alone, with both p', () => {
    const closed = closeCarryOvers([asked(0, 1, 0.03), asked(0, 2, 0.6)], []);
    expect(carrySentences(closed)).toEqual([
      'Stiffness carried over from A to B: predicted 0.040, measured 0.030 per optimizer step, ratio 0.750 (95 % 0.60 to 0.90), p 0.030, 0.060 with all pairs counted: a hint that they disagree, no more.',
      expect.stringMatching(/p 0\.60, 0\.60 with all pairs counted: no detectable difference\.$/),
    ]);
  });
});

describe('a stiffness that is not known', () => {
  const none = (first: number, second: number, ...unknown: (readonly [number, string])[]): OpenCarryOver => ({
    ...{ first, second, verdict: 'not-assessable', because: 'in the JSON' },
    unknown: unknown.map(([run, because]) => ({ run, because })),
  });

  it('is told by run, with the pairs it leaves open', () => {
    const pairs = [none(0, 1, [1, 'flat']), none(0, 2, [2, 'cut']), none(1, 2, [1, 'flat'], [2, 'cut'])];
    expect(carrySentences(closeCarryOvers(pairs, []))).toEqual([
      'Stiffness carried over (A–B, B–C): not assessable, the absolute stiffness of B is not known: flat.',
      'Stiffness carried over (A–C, B–C): not assessable, the absolute stiffness of C is not known: cut.',
    ]);
  });

  it('names all runs of one reason at once', () => {
    const pairs = [none(0, 1, [0, 'flat'], [1, 'flat']), none(0, 2, [0, 'flat']), none(1, 2, [1, 'flat'])];
    expect(carrySentences(closeCarryOvers(pairs, []))).toEqual([
      'Stiffness carried over (A–B, A–C, B–C): not assessable, the absolute stiffness of A and B is not known: flat.',
    ]);
  });
});
