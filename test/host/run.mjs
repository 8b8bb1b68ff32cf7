// The suites of test/host/suite, by mocha inside a real Node extension host, against the packaged .vsix.
//   npm run host -- [--grep TEXT] [--verbose]
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { format, parseArgs } from 'node:util';
import { packageExtension } from '../../scripts/package.mjs';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';
import { launchBrowser } from '../harness/browser.mjs';
import { installEditor } from '../harness/installEditor.mjs';
import { installExtension, prepareFolder, startServer } from '../harness/server.mjs';
import { SETTINGS } from '../harness/settings.mjs';
import { openWorkbench } from '../harness/workbench.mjs';
import { bundleHostTests } from './bundle.mjs';

const DIR = path.join(SCRATCH, 'host');
const LIMIT_MS = 240_000;

/** An empty extension under development: VS Code runs tests only for one, and the product itself is installed. */
function makeCarrier() {
  const carrier = path.join(DIR, 'carrier');
  mkdirSync(carrier, { recursive: true });
  const manifest = { name: 'carrier', publisher: 'tests', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  writeFileSync(path.join(carrier, 'package.json'), JSON.stringify(manifest));
  return carrier;
}

/** A copy of the examples: suites may change and delete its files. */
export function makeWorkspace(dir) {
  const workspace = path.join(dir, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(inProject('examples'), workspace, { recursive: true });
  return workspace;
}

async function runInBrowser(server, tests, verbose) {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    await context.exposeFunction('codeAutomationExit', (code) => end(code));
    await context.exposeFunction('codeAutomationLog', (type, args) => {
      if (verbose) console.log(`[${type}]`, format(...[args].flat()));
    });
    const remote = (file) => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(makeCarrier())],
      ['extensionTestsPath', remote(tests)],
    ];
    await openWorkbench(page, server, { folder: makeWorkspace(DIR), payload });
    const code = await Promise.race([ended, sleep(LIMIT_MS, 'time-out', { ref: false })]);
    if (code === 'time-out') await page.screenshot({ path: path.join(SCRATCH, 'failure-host.png') });
    return code;
  } finally {
    await browser.close();
  }
}

function readResults(file, code) {
  if (!existsSync(file)) throw new Error(`the extension host left no results (it ended with ${code})`);
  const results = JSON.parse(readFileSync(file, 'utf8'));
  // Its own word and the file must agree: a host that dies after the last test is a failure.
  if (code !== 0 && results.failed.length === 0)
    results.failed.push({ title: 'the extension host', error: `ended with ${code}` });
  return results;
}

/** Runs the suites; prints each test; returns how many passed, failed and were skipped. */
export async function runHostSuites({ vsix, grep = '', verbose = false }) {
  await installEditor();
  rmSync(DIR, { recursive: true, force: true });
  prepareFolder(DIR, SETTINGS);
  const tests = await bundleHostTests();
  await installExtension(DIR, vsix);
  const file = path.join(DIR, 'results.json');
  // Without this driver a built VS Code ignores the payload that names the tests, silently.
  const args = ['--vscode-option', 'enable-smoke-test-driver'];
  const env = { GRPO_TEST_RESULTS: file, GRPO_TEST_GREP: grep, GRPO_TEST_ROOT: inProject() };
  const server = await startServer({ dir: DIR, args, env });
  let code;
  try {
    code = await runInBrowser(server, tests, verbose);
  } finally {
    await server.stop();
  }
  const { passed, failed, skipped } = readResults(file, code);
  for (const { title, ms } of passed) console.log(`  ok    ${title} (${ms} ms)`);
  for (const { title } of skipped) console.log(`  skip  ${title}`);
  for (const { title, error } of failed) console.log(`  FAIL  ${title}\n${error}`);
  return { passed: passed.length, failed: failed.length, skipped: skipped.length };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { grep: { type: 'string' }, verbose: { type: 'boolean' } } });
  const counts = await runHostSuites({ vsix: await packageExtension(), ...values });
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
