import { describe, expect, it } from 'vitest';
import { markdownTable, markdownText } from './markdownText';

describe('markdownText', () => {
  it.each([
    ['reward/mean', 'reward/mean'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[click](javascript:x)', '\\[click\\](javascript:x)'],
    ['a|b', 'a\\|b'],
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['two\nlines\u001b[31m', 'two lines'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['0.78 ± 0.02', '0.78 ± 0.02'],
  ])('shows %j as it is written', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});

describe('markdownTable', () => {
  it('rules the head off', () => {
    expect(
      markdownTable([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toEqual(['| a | b |', '| --- | --- |', '| 1 | 2 |']);
  });

  it('is nothing without rows', () => {
    expect(markdownTable([])).toEqual([]);
  });
});
