import { expect, it } from 'vitest';
import { withPart } from './withPart';

const DOCUMENT = '# Title\n\nIntro.\n\n## One\n\nold\n\n### What this says\n\nBy hand.\n\n## Two\n\nkept\n';

it('renews one part, and keeps what is said of it by hand and all else', () => {
  expect(withPart(DOCUMENT, 'One', 'new\n')).toBe(DOCUMENT.replace('old', 'new'));
  expect(withPart(DOCUMENT, 'Two', 'new')).toBe(DOCUMENT.replace('kept', 'new'));
});

it('adds a part that is not there at the end', () => {
  expect(withPart(DOCUMENT, 'Three', 'more')).toBe(`${DOCUMENT}\n## Three\n\nmore\n`);
});
