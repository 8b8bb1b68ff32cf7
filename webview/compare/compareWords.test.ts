import { describe, expect, it } from 'vitest';
import { answerWords } from './compareWords';

describe('answerWords', () => {
  it('gives no number where the interval is open, as the command line and the Markdown', () => {
    const { value, interval } = answerWords({
      verdict: 'no-detectable-difference',
      kind: 'ratio',
      value: 0.537,
      interval: [null, 0.97],
      p: 0.04,
      pHolm: 0.2,
      detectable: 2,
    });
    expect([value, interval]).toEqual(['open', 'open to 0.97']);
  });
});
