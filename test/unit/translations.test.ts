import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../readManifest';

const TRANSLATED = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

/** The first argument of every `l10n.t(…)` of a file; null where it is no literal, which no bundle can hold. */
function textsIn(file: string): (string | null)[] {
  const texts: (string | null)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('l10n.t')) {
      const [first] = node.arguments;
      texts.push(ts.isStringLiteralLike(first) ? first.text : null);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return texts;
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();
const links = (text: string): string[] => text.match(/\(command:[^)]+\)|`[^`]+`/g) ?? [];

describe('the texts of the extension', () => {
  const files = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `src/extension/${file}`);
  const texts = files.flatMap(textsIn);

  it('are literals, so that they can be found and translated', () => {
    expect(texts.length).toBeGreaterThan(30);
    expect(texts).not.toContain(null);
  });

  it('are all translated, and nothing else is', () => {
    expect(Object.keys(TRANSLATED).sort()).toEqual([...new Set(texts)].sort());
  });

  it('keep their numbers and names in translation', () => {
    const changed = Object.entries(TRANSLATED).filter(
      ([text, translated]) => placeholders(text).join() !== placeholders(translated).join(),
    );
    expect(changed).toEqual([]);
  });
});

describe('the texts of package.json', () => {
  const texts = readTexts();
  const translated = readTexts('.zh-cn');

  it('are exactly the keys it names', () => {
    const named = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(texts).sort()).toEqual(named.sort());
  });

  it('are all translated, commands and code the same', () => {
    expect(Object.keys(translated)).toEqual(Object.keys(texts));
    const changed = Object.keys(texts).filter(
      (key) => links(texts[key]).sort().join() !== links(translated[key]).sort().join(),
    );
    expect(changed).toEqual([]);
  });
});
