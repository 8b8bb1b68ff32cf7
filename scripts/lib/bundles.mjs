import { ROOT } from './paths.mjs';

/** What all bundles share. */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
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

/**
 * An editor in a browser: where `x.web.ts` stands beside `x.ts`, it is taken in its place, so that nothing of Node is left.
 * tsconfig.web.json has the same rule for the compiler.
 */
const WEB = {
  ...COMMON,
  platform: 'browser',
  target: 'es2022',
  resolveExtensions: ['.web.ts', '.ts', '.mjs', '.js', '.json'],
};

/** Every bundle of the product: what it begins with, where it goes, and how esbuild makes it. */
export const BUNDLES = [
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
  {
    entry: 'src/extension/extension.ts',
    out: 'dist/web/extension.js',
    options: { ...WEB, format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'src/platform/webEngine.web.ts',
    out: 'dist/web/engine.js',
    options: { ...WEB, format: 'iife', globalName: 'grpoDynamicsEngine' },
  },
  { entry: 'src/api/main.ts', out: 'dist/api.js', options: NODE },
  {
    entry: 'src/cli/main.ts',
    out: 'dist/cli.js',
    options: { ...NODE, banner: { js: '#!/usr/bin/env node' } },
  },
];
