import { chromium } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs';

const ARGS = [
  // Chromium refuses its sandbox to root, which is what containers run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts the installed Chromium without a window. Throws, saying what to do, where there is none. */
export function launchBrowser() {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}

/** Resources of a webview are asked for at this host and answered by the webview's own service worker. */
const OWN_RESOURCES = /(^|\.)vscode-resource\.vscode-cdn\.net$/;

/** What the extension's page or its host say; the editor's own complaints are none of ours. */
const OURS = /grpo-dynamics|GRPO Dynamics/i;

/**
 * Watches a page for what must not happen.
 * @returns live lists: requests that left the machine, content-security violations, and errors of the extension
 */
export function watchPage(page) {
  const seen = { outside: [], violations: [], errors: [] };
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!/^(https?|wss?):$/.test(protocol) || hostname === '127.0.0.1' || OWN_RESOURCES.test(hostname))
      return;
    seen.outside.push(request.url());
  });
  page.on('console', (message) => {
    const text = message.text();
    const { url } = message.location();
    if (/content security policy/i.test(text)) seen.violations.push(text);
    else if (message.type() === 'error' && OURS.test(`${url} ${text}`)) seen.errors.push(`${text} (${url})`);
  });
  page.on('pageerror', (error) => {
    if (OURS.test(String(error.stack))) seen.errors.push(String(error.stack));
  });
  return seen;
}
