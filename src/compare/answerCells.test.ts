import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import { answerCells } from './answerCells';

const ANSWER: Answer = {
  verdict: 'no-detectable-difference',
  kind: 'ratio',
  value: 0.537,
  interval: [0.3, 0.97],
  p: 0.04,
  pHolm: 0.2,
  detectable: 2,
};

describe('answerCells', () => {
  it.each<[string, Partial<Answer>, string[]]>([
    ['a ratio', {}, ['× 0.54', '0.30 to 0.97', '0.040', '0.20', '× 2.0']],
    [
      'an open interval: no number in its middle is known',
      { interval: [null, 0.97] },
      ['open', 'open to 0.97', '0.040', '0.20', '× 2.0'],
    ],
    [
      'a difference',
      { kind: 'difference', value: 0.1, interval: [0.05, 0.15] },
      ['+0.10', '0.050 to 0.15', '0.040', '0.20', '± 2.0'],
    ],
    ['no known power', { detectable: null }, ['× 0.54', '0.30 to 0.97', '0.040', '0.20', 'not known']],
  ])('writes %s', (_, change, cells) => {
    expect(answerCells({ ...ANSWER, ...change })).toEqual(cells);
  });
});
