import { readFileSync } from 'node:fs';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './trackedFiles';

const literally = (text: string): RegExp =>
  new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`);

/** Marks of one computer: a person's folder, this checkout, a package registry other than npm's public one. */
const MARKS: [what: string, pattern: RegExp][] = [
  ["a person's folder", /(?<![\w.])\/(?:home|Users|root)\/(?!someone\b)[\w.-]+/],
  ['the folder of this checkout', literally(process.cwd())],
  ['a private registry', /\b(?:registry|npm|artifactory|nexus|verdaccio)\.(?!npmjs\.org)[\w-]+\.[\w./-]+/],
  ['a tarball address', /https?:\/\/[^\s"']+\.tgz/],
  // A host called "runner" is a word like any other; one with digits is a name.
  ...(/\d/.test(os.hostname()) ? [['this host', literally(os.hostname())] as [string, RegExp]] : []),
];

const files = trackedFiles().filter((file) => file !== 'test/unit/privacy.test.ts');

describe('the files of the project', () => {
  it.each(MARKS)('do not hold %s', (_what, pattern) => {
    const holders = files.filter((file) => pattern.test(readFileSync(file, 'utf8')));
    expect(holders).toEqual([]);
  });

  it('are there to be searched', () => {
    expect(files).toContain('package.json');
  });
});
