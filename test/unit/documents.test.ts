import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]);

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only files of the project that exist', () => {
    const named = matches(
      text,
      /`((?:src|webview|test|scripts|docs|examples|media|\.ci|\.vscode)\/[\w./-]*?)`/g,
    );
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const linked = matches(text, /(?:\]\(|src="|srcset=")(?!https?:)([^)"]+)[)"]/g);
    expect(linked.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const named = [...matches(text, /npm run ([\w:-]+)/g), ...matches(text, /npm (start|test)\b/g)];
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});
