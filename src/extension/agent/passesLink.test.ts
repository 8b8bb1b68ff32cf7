import { describe, expect, it } from 'vitest';
import { passesLink } from './passesLink';

describe('passesLink', () => {
  it.each([
    ['runs/a/log.jsonl', 'runs/a/log.jsonl', true],
    ['runs/a/log.jsonl', 'runs', true],
    ['runs/a/log.jsonl', 'runs/b', false],
    ['log.jsonl', 'runs', false],
  ])('%s, where %s is a link: %s', async (file, link, expected) => {
    const isLink = (names: readonly string[]) => Promise.resolve(names.join('/') === link);
    expect(await passesLink(file.split('/'), isLink)).toBe(expected);
  });
});
