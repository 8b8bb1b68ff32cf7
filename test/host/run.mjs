// The suites of test/host/suite, by mocha inside a real Node extension host, against the packaged .vsix.
//   npm run host -- [--grep TEXT] [--verbose]
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format, parseArgs } from 'node:util';
import { packageExtension } from '../../scripts/package.mjs';
import { runAsScript } from '../../scripts/lib/main.mjs';
import { SCRATCH } from '../../scripts/lib/paths.mjs';
import { inWords } from '../../scripts/lib/stages.mjs';
import { launchBrowser } from '../harness/browser.mjs';
import { installEditor } from '../harness/installEditor.mjs';
import { installExtension, prepareFolder, startServer } from '../harness/server.mjs';
import { SETTINGS } from '../harness/settings.mjs';
import { openWorkbench } from '../harness/workbench.mjs';
import { prepareHostRun, reportHostRun } from './hostRun.mjs';

const DIR = path.join(SCRATCH, 'host');
const LIMIT_MS = 240_000;

/** Opens the workspace with the tests named in its address; returns what the tests' promise came to. */
async function runInBrowser(server, { workspace, carrier, tests }, verbose) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    await context.exposeFunction('codeAutomationExit', (code) => end(code));
    await context.exposeFunction('codeAutomationLog', (type, args) => {
      if (verbose) console.log(`[${type}]`, format(...[args].flat()));
    });
    const remote = (file) => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(carrier)],
      ['extensionTestsPath', remote(tests)],
    ];
    const page = await context.newPage();
    await openWorkbench(page, server, { folder: workspace, payload });
    const code = await Promise.race([ended, sleep(LIMIT_MS, 'a time-out', { ref: false })]);
    if (code === 'a time-out') await page.screenshot({ path: path.join(SCRATCH, 'failure-host.png') });
    return code;
  } finally {
    await browser.close();
  }
}

/** Runs the suites; prints each test; returns how many passed, failed and were skipped. */
export async function runHostSuites({ vsix, grep = '', verbose = false }) {
  await installEditor();
  const host = await prepareHostRun(DIR, grep);
  prepareFolder(DIR, SETTINGS);
  await installExtension(DIR, vsix);
  // Without this driver a built VS Code ignores the payload that names the tests, silently.
  const args = ['--vscode-option', 'enable-smoke-test-driver'];
  const server = await startServer({ dir: DIR, args, env: host.env });
  try {
    return reportHostRun(host.results, await runInBrowser(server, host, verbose));
  } finally {
    await server.stop();
  }
}

await runAsScript(import.meta.url, async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string' }, verbose: { type: 'boolean' } } });
  const counts = await runHostSuites({ vsix: await packageExtension(), ...values });
  console.log(inWords(counts));
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});
