// Serves the panel's page outside VS Code, under the policy VS Code's host gives it.
import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: '.tmp/page',
    target: 'chrome128',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].contents;
}

const policy = (nonce) =>
  [
    "default-src 'none'",
    "img-src 'self' data:",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    `script-src 'nonce-${nonce}'`,
  ].join('; ');

/** What VS Code itself puts into every webview. */
const DEFAULT_STYLES = `html { scrollbar-color: auto; } body { overscroll-behavior-x: none; background-color: transparent;
  color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }`;

/** The texts the page is given in a language, as JSON. */
const translationsOf = (language) =>
  language === 'en' ? '{}' : readFileSync(path.join(ROOT, `l10n/bundle.l10n.${language}.json`), 'utf8');

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const html = (nonce, { scripts, inline = '' }, language) => `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta property="csp-nonce" content="${nonce}">
<meta name="translations" content="${attribute(translationsOf(language))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>GRPO Dynamics</title>
<style nonce="${nonce}">${DEFAULT_STYLES}</style>
${scripts.length > 0 ? '<link rel="stylesheet" href="/webview.css">' : ''}
</head><body>${inline === '' ? '' : `<script nonce="${nonce}">${inline}</script>`}
${scripts.map((name) => `<script nonce="${nonce}" src="/${name}"></script>`).join('\n')}</body></html>`;

/**
 * Starts the server: `/page.html?fixture=…&theme=…&language=…` is the panel with its host played, `/compare.html` the comparison. `bare` is a script that stands
 * alone in `/empty.html` and before the panel's own in `/bare.html`, for measurements.
 * Returns the address, the size of the page's script in bytes, and `close`.
 */
export async function servePage({ bare = '' } = {}) {
  const scripts = {
    'webview.js': 'webview/main.ts',
    'harness.js': 'test/browser/page/harness.ts',
    'compare.js': 'webview/compare/main.ts',
    'compareHarness.js': 'test/browser/page/compareHarness.ts',
  };
  const files = new Map([['/webview.css', ['text/css', await bundle('webview/panel.css')]]]);
  for (const [name, entry] of Object.entries(scripts))
    files.set(`/${name}`, ['text/javascript', await bundle(entry, { format: 'iife' })]);
  const pages = new Map([
    ['/page.html', { scripts: ['harness.js', 'webview.js'] }],
    ['/compare.html', { scripts: ['compareHarness.js', 'compare.js'] }],
    ['/bare.html', { scripts: ['webview.js'], inline: bare }],
    ['/empty.html', { scripts: [], inline: bare }],
  ]);
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const found = pages.get(pathname);
    const [type, body] = found
      ? ['text/html', html(randomBytes(16).toString('base64'), found, searchParams.get('language') ?? 'en')]
      : (files.get(pathname) ?? ['text/plain', null]);
    response.writeHead(body === null ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(body ?? 'not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    scriptBytes: files.get('/webview.js')[1].length,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
