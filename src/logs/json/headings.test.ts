import { describe, expect, it } from 'vitest';
import { Headings } from './headings';

/** The names of documents below these lines. */
function names(blocks: readonly (readonly string[])[]): string[] {
  const headings = new Headings();
  const titles = blocks.map((lines) => {
    for (const line of lines) headings.take(line);
    headings.begin();
    return headings.title;
  });
  return [...headings.namesOf(new Set(titles)).values()];
}

describe('Headings', () => {
  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    [
      'a common beginning',
      [
        ['Loaded 5', 'ENV: a'],
        ['ENV: b', '7 rollouts left'],
      ],
      ['ENV: a', 'ENV: b'],
    ],
    ['no errors', [['API error: 529'], ['API error: 530']], ['document 1', 'document 2']],
    ['short names', [['control'], ['treated']], ['control', 'treated']],
    ['numbered runs', [['=== run 1 ==='], ['=== run 2 ===']], ['=== run 1 ===', '=== run 2 ===']],
    [
      'lines without a pattern',
      [['Here is what we saw.'], ['And so on it goes.']],
      ['document 1', 'document 2'],
    ],
    ['nothing above', [[], []], ['document 1', 'document 2']],
  ])('are %s', (_, blocks, expected) => {
    expect(names(blocks)).toEqual(expected);
  });
});
