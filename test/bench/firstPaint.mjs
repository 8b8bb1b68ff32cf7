// From the click on the command to the fit on the screen, against the first paint of a webview that shows one word, in the
// same editor, browser and column, taken in turns.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SCRATCH } from '../../scripts/lib/paths.mjs';
import { packageExtension, vsce } from '../../scripts/package.mjs';
import { Suite } from '../browser/suite.mjs';
import { EXAMPLES, FIT } from '../browser/examples.mjs';
import { launchBrowser } from '../harness/browser.mjs';
import { installEditor } from '../harness/installEditor.mjs';
import { openFile, openWorkbench, runCommand, webviewOf, EXTENSION_ID } from '../harness/workbench.mjs';

const ROUNDS = 9;
const EMPTY = {
  id: 'bench.empty',
  title: 'Bench: Open an empty webview',
  extension: 'bench.empty',
  sign: 'first-contentful-paint',
};
/** The page sets this mark in the task after the frame that showed the fit for the first time. */
const PANEL = { title: FIT, extension: EXTENSION_ID, sign: 'grpo-dynamics/fit-painted' };

const MANIFEST = {
  ...{
    name: 'empty',
    publisher: 'bench',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    main: 'extension.js',
  },
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'bench.empty', title: EMPTY.title }] },
};

const CODE = `
const vscode = require('vscode');
exports.activate = (context) => context.subscriptions.push(vscode.commands.registerCommand('bench.empty', () => {
  const panel = vscode.window.createWebviewPanel('bench.empty', 'Empty', vscode.ViewColumn.Beside, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html><body><main>empty</main></body></html>';
}));
`;

async function packageEmptyWebview() {
  const dir = path.join(SCRATCH, 'bench', 'empty');
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(path.join(dir, 'extension.js'), CODE);
  const out = path.join(dir, 'empty.vsix');
  await vsce(
    ['package', '--skip-license', '--no-dependencies', '--allow-missing-repository', '-o', out],
    dir,
  );
  return out;
}

/** Milliseconds from the click on the command to the entry of this name in the timeline of the webview it opens. */
async function paintTime(page, { title, extension, sign }) {
  const clicked = await runCommand(page, title);
  const main = webviewOf(page, extension).locator('main');
  await main.waitFor();
  const painted = await main.evaluate(async (_, name) => {
    for (;;) {
      const entry = performance.getEntriesByName(name)[0];
      if (entry) return performance.timeOrigin + entry.startTime;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, sign);
  await runCommand(page, 'View: Close Editor');
  await main.waitFor({ state: 'detached' });
  return painted - clicked;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One row: median first paints in ms. */
export async function bench() {
  await installEditor();
  const browser = await launchBrowser();
  const t = new Suite('bench-first-paint', { browser, vsix: await packageExtension() });
  try {
    const server = await t.startEditor({ extensions: [await packageEmptyWebview()] });
    const page = await t.newPage();
    const folder = t.copyExamples();
    await openWorkbench(page, server, { folder });
    await openFile(page, folder, path.join(folder, EXAMPLES.healthy));
    await page.locator('.codelens-decoration').first().waitFor();
    const ours = [];
    const theirs = [];
    // The first of each is a warm-up: it loads the page's files into the browser's cache.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const empty = await paintTime(page, EMPTY);
      const panel = await paintTime(page, PANEL);
      if (round === 0) continue;
      theirs.push(empty);
      ours.push(panel);
    }
    const [a, b] = [median(ours), median(theirs)];
    return [
      {
        name: 'panel: painted fit / empty webview',
        ours: a,
        theirs: b,
        unit: 'ms',
        must: null,
        aim: 1.5,
        ratio: a / b,
      },
    ];
  } finally {
    await t.close();
    await browser.close();
  }
}
