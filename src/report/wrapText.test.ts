import { describe, expect, it } from 'vitest';
import { wrapText } from './wrapText';

describe('wrapText', () => {
  it.each([
    ['', 5, []],
    ['one two three', 7, ['one two', '  three']],
    ['one  two', 7, ['one two']],
    ['a word-that-is-long b', 6, ['a', '  word-that-is-long', '  b']],
    ['奖励仍在上升', 8, ['奖励仍在', '  上升']],
    ['奖励 0.78，之后不再上升。', 10, ['奖励', '  0.78，之', '  后不再上', '  升。']],
  ])('%s in %i columns', (text, width, expected) => {
    expect(wrapText(text, width, '  ')).toEqual(expected);
  });
});
