import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipEntries } from './zipEntries';

const MEGABYTE = 1024 * 1024;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string;
  version: string;
  browser: string;
};
const { name, version } = manifest;
const vsix = `${name}-${version}.vsix`;
const entries = zipEntries(vsix);
const files = entries.map((entry) => entry.name);
const product = files.filter((file) => file.startsWith('extension/') && !file.startsWith('extension/media/'));

describe('the packaged extension', () => {
  it('holds the bundles and the papers, and nothing else', () => {
    const papers = [
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'l10n/bundle.l10n.zh-cn.json',
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
    ];
    const bundles = [
      'extension.js',
      'worker.js',
      'engine.js',
      'texts.js',
      'comparing.js',
      'webview.js',
      'compare.js',
      'webview.css',
      'licences.txt',
      'web/extension.js',
      'web/engine.js',
    ];
    const wanted = [...papers, ...bundles.map((file) => `dist/${file}`)].map((file) => `extension/${file}`);
    expect(product.sort()).toEqual(wanted.sort());
  });

  it('holds only pictures and the schema as media', () => {
    const media = files.filter((file) => file.startsWith('extension/media/'));
    expect(media.length).toBeGreaterThan(0);
    const others = media.filter((file) => !['.svg', '.png', '.md'].includes(path.extname(file)));
    expect(others).toEqual(['extension/media/grpo-dynamics.schema.json']);
  });

  it('has a page without pictures and links that lead nowhere there', () => {
    const page = entries.find((entry) => entry.name === 'extension/readme.md')?.text();
    expect(page).toMatch(/^# GRPO Dynamics/);
    expect(page).not.toMatch(/<img|\]\((?!https:)/);
  });

  it('brings the licences of the packages in its bundles', () => {
    const licences = entries.find((entry) => entry.name === 'extension/dist/licences.txt');
    expect(licences?.text()).toMatch(/^chart\.js .*\(MIT\)/m);
  });

  it('asks for no package at run time: its bundles require only Node and vscode', () => {
    const bundles = entries.filter(
      (entry) => entry.name.endsWith('.js') && !/\/(webview|compare)\.js$/.test(entry.name),
    );
    const required = bundles.flatMap((entry) => [...entry.text().matchAll(/\brequire\("([^"]+)"\)/g)]);
    const foreign = required
      .map((match) => match[1])
      .filter((module) => !isBuiltin(module) && module !== 'vscode');
    expect(foreign).toEqual([]);
  });

  it('stays under 1.5 MB', () => {
    expect(statSync(vsix).size).toBeLessThan(1.5 * MEGABYTE);
  });

  it('has an entry for a browser, whose bundles require only vscode', () => {
    expect(manifest.browser).toBe('./dist/web/extension.js');
    const bundles = entries.filter((entry) => entry.name.startsWith('extension/dist/web/'));
    const required = bundles.flatMap((entry) => [...entry.text().matchAll(/\brequire\("([^"]+)"\)/g)]);
    expect(new Set(required.map((match) => match[1]))).toEqual(new Set(['vscode']));
  });

  it('carries no source map, and no bundle that names one', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    const bundles = entries.filter((entry) => entry.name.endsWith('.js'));
    expect(bundles.filter((entry) => entry.text().includes('sourceMappingURL='))).toEqual([]);
  });

  it.each(['extension.js', 'web/extension.js'])('starts from a bundle of at most 120 KB: %s', (file) => {
    const activation = entries.find((entry) => entry.name === `extension/dist/${file}`);
    expect(activation?.size).toBeLessThanOrEqual(120 * 1024);
  });
});
