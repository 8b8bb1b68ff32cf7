import { readFileSync } from 'node:fs';

/** A table of `package.json`'s texts: `package.nls.json`, or another language's. */
export function readTexts(language: '' | '.zh-cn' = ''): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`package.nls${language}.json`, 'utf8')) as Record<string, string>;
}

/** `package.json` as VS Code reads it: each `%key%` is the text it stands for. */
export function readManifest(): unknown {
  const texts = readTexts();
  return JSON.parse(readFileSync('package.json', 'utf8'), (_key, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : texts[key];
  });
}
