import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../readManifest';

const WRITTEN = readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8');
const TRANSLATED = JSON.parse(WRITTEN) as Record<string, string>;

/** One call of `t`: the text, null where it is no literal, which no bundle can hold. */
interface Call {
  readonly text: string | null;
  readonly place: string;
  /** How many values it is given; null where they are spread. */
  readonly values: number | null;
  /** It runs while its file is loaded, before the language is known. */
  readonly tooEarly: boolean;
}

function callsIn(file: string): Call[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:vscode\.l10n\.)?t$/.test(node.expression.getText())) {
      const [first, ...values] = node.arguments;
      calls.push({
        text: ts.isStringLiteralLike(first) ? first.text : null,
        place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        values: values.some(ts.isSpreadElement) ? null : values.length,
        tooEarly: ts.findAncestor(node, isDelayed) === undefined,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** What runs when it is called or made, not when its file is loaded. */
function isDelayed(node: ts.Node): boolean {
  const isField = ts.isPropertyDeclaration(node) && !ts.getModifiers(node)?.some(isStatic);
  return ts.isFunctionLike(node) || isField;
}

const isStatic = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.StaticKeyword;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();
const links = (text: string): string[] => text.match(/\(command:[^)]+\)|`[^`]+`/g) ?? [];

describe('the texts of the code', () => {
  const files = ['src', 'webview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  );
  const calls = files.flatMap(callsIn);
  const texts = new Set(calls.map(({ text }) => text));
  const placesOf = (those: Call[]): string[] => those.map(({ place }) => place);

  it('are literals, so that they can be found and translated', () => {
    expect(calls.length).toBeGreaterThan(30);
    expect(placesOf(calls.filter(({ text }) => text === null))).toEqual([]);
  });

  it('are asked for when the language is known, not while their file is loaded', () => {
    expect(placesOf(calls.filter(({ tooEarly }) => tooEarly))).toEqual([]);
  });

  it('are given a value for each of their places', () => {
    const short = calls.filter(
      ({ text, values }) =>
        values !== null && placeholders(text ?? '').some((_, i, all) => all[i] !== `{${i}}` || i >= values),
    );
    expect(placesOf(short)).toEqual([]);
  });

  it('are all translated', () => {
    expect([...texts].filter((text) => text !== null && !(text in TRANSLATED))).toEqual([]);
  });

  it('are the only ones that are translated', () => {
    expect(Object.keys(TRANSLATED).filter((text) => !texts.has(text))).toEqual([]);
  });

  it('keep their numbers and names in translation', () => {
    const changed = Object.entries(TRANSLATED).filter(
      ([text, translated]) => placeholders(text).join() !== placeholders(translated).join(),
    );
    expect(changed).toEqual([]);
  });

  it('are kept in order, each once, so that two who add some can be merged', () => {
    const ordered = Object.fromEntries(Object.entries(TRANSLATED).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(WRITTEN).toBe(`${JSON.stringify(ordered, null, 2)}\n`);
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
