import { describe, expect, it } from 'vitest';
import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['rewards/accuracy', 'rewards/accuracy'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u009b31mred', 'red'],
    ['\u001b]0;title\u0007name', 'name'],
    ['\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['a\nb\tc\u0000d', 'a b c d'],
    ['left\u202eright', 'left right'],
    ['\u001b', ''],
    ['Überfluß 奖励', 'Überfluß 奖励'],
  ])('%j → %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('cuts what is too long, never through a character', () => {
    expect(plainText('x'.repeat(10_000_000))).toHaveLength(200);
    expect(plainText('😀'.repeat(200), 10)).toBe(`${'😀'.repeat(4)}…`);
  });
});
