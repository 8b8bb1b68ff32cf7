// Builds every bundle of the product into dist/. `--production` minifies and leaves the source maps out (the .vsix).
import { build } from 'esbuild';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledLicences } from './scripts/lib/bundledLicences.mjs';

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');

/** What all bundles share. */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.json': 'json' },
};

/** Its half for Node reads files and fetches addresses; texts come from VS Code, so that the half for browsers does everywhere. */
const L10N = { '@vscode/l10n': '@vscode/l10n/dist/browser.js' };

/** Host, worker, engine and command line: Node 20 is the oldest both VS Code 1.100 and the command line run on. */
const NODE = { ...COMMON, alias: L10N, platform: 'node', format: 'cjs', target: 'node20' };

/** The page: Chromium 128 is older than the one in VS Code 1.100. */
const PAGE = { ...COMMON, platform: 'browser', target: 'chrome128' };

const BUNDLES = [
  {
    entry: 'src/extension/extension.ts',
    out: 'dist/extension.js',
    options: { ...NODE, external: ['vscode'] },
  },
  { entry: 'src/platform/worker.ts', out: 'dist/worker.js', options: NODE },
  { entry: 'src/platform/engine.ts', out: 'dist/engine.js', options: NODE },
  { entry: 'src/platform/reportTexts.ts', out: 'dist/texts.js', options: NODE },
  {
    entry: 'src/extension/compare/comparing.ts',
    out: 'dist/comparing.js',
    options: { ...NODE, external: ['vscode'] },
  },
  { entry: 'webview/main.ts', out: 'dist/webview.js', options: { ...PAGE, format: 'iife' } },
  { entry: 'webview/compare/main.ts', out: 'dist/compare.js', options: { ...PAGE, format: 'iife' } },
  { entry: 'webview/panel.css', out: 'dist/webview.css', options: PAGE },
  { entry: 'src/api/main.ts', out: 'dist/api.js', options: NODE },
  {
    entry: 'src/cli/main.ts',
    out: 'dist/cli.js',
    options: { ...NODE, banner: { js: '#!/usr/bin/env node' } },
  },
];

// A map left by a development build would name a file that no longer fits.
if (production) for (const { out } of BUNDLES) rmSync(path.join(ROOT, `${out}.map`), { force: true });
const built = await Promise.allSettled(
  BUNDLES.map(({ entry, out, options }) => build({ ...options, entryPoints: [entry], outfile: out })),
);
// esbuild has told what is wrong and where; its stack would add nothing.
if (built.some(({ status }) => status === 'rejected')) process.exit(1);

const metafiles = built.map(({ value }) => value.metafile);
writeFileSync(path.join(ROOT, 'dist', 'licences.txt'), bundledLicences(metafiles));

for (const { out } of BUNDLES) {
  const file = path.join(ROOT, out);
  if (out === 'dist/cli.js') chmodSync(file, 0o755);
  console.log(`${out.padEnd(18)} ${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB`);
}
