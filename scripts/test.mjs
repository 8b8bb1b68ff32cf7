// `npm test`: sets up what is missing and passes everything; the last line is the sum.
// `npm test -- --skip-browser` leaves out what needs Chromium.
import { parseArgs } from 'node:util';
import { buildBundles } from './lib/build.mjs';
import { ensureChromium, NO_CHROMIUM } from './lib/chromium.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { add, inWords, PASSED, runStages, skippedBecause } from './lib/stages.mjs';
import { installEditor, whyNoEditor } from '../test/harness/installEditor.mjs';
import { ensureModules } from './setup.mjs';

const PROGRAMS = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.webview.json'];

const tool = (file, args) =>
  run(process.execPath, [inProject('node_modules', file), ...args], { quiet: true });

async function types() {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  for (const program of PROGRAMS) {
    const error = await tool('typescript/bin/tsc', ['-p', program]).then(
      () => null,
      (reason) => reason,
    );
    if (error !== null) console.log(error.message);
    counts = add(counts, { passed: error === null ? 1 : 0, failed: error === null ? 0 : 1 });
  }
  return counts;
}

const lint = () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']).then(() => PASSED);
const format = () => tool('prettier/bin/prettier.cjs', ['--check', '.']).then(() => PASSED);
const build = () => buildBundles().then(() => PASSED);

/** Stages that import what is in node_modules, which may not have been there when this script was loaded. */
async function lateStages() {
  const { runVitest } = await import('./lib/vitest.mjs');
  const { packageExtension } = await import('./package.mjs');
  const { runHostSuites } = await import('../test/host/run.mjs');
  const { runBrowserSuites } = await import('../test/browser/run.mjs');
  const { runDesktopSuites } = await import('../test/desktop/run.mjs');
  return { runVitest, packageExtension, runHostSuites, runBrowserSuites, runDesktopSuites };
}

/** Chromium and the editor it will show; installed while the types and the lint are at work. */
async function prepareBrowser() {
  const reason = whyNoEditor();
  if (reason !== null)
    throw new Error(`${reason}: leave its suites out with \`npm test -- --skip-browser\`.`);
  if ((await ensureChromium()) === null) throw new Error(NO_CHROMIUM);
  await installEditor();
}

async function testAll({ 'skip-browser': skipBrowser }) {
  await ensureModules();
  const { runVitest, packageExtension, runHostSuites, runBrowserSuites, runDesktopSuites } =
    await lateStages();
  const browserReady = skipBrowser ? Promise.resolve() : prepareBrowser();
  // Whoever awaits it reports it; until then a failure must not end the process.
  browserReady.catch(() => {});
  let vsix;
  const packaged = () => {
    if (vsix === undefined) throw new Error('the extension was not packaged');
    return vsix;
  };
  const inBrowser = (suites) => async () => {
    if (skipBrowser) return skippedBecause('left out by --skip-browser');
    await browserReady;
    return suites({ vsix: packaged() });
  };
  return runStages({
    types,
    lint,
    format,
    build,
    unit: () => runVitest(inProject('vitest.config.mts')),
    package: async () => {
      vsix = await packageExtension();
      return runVitest(inProject('test', 'package', 'vitest.config.mts'));
    },
    'extension host': inBrowser(runHostSuites),
    browser: inBrowser(runBrowserSuites),
    'desktop VS Code': async () => runDesktopSuites({ vsix: packaged() }),
  });
}

const { values } = parseArgs({ options: { 'skip-browser': { type: 'boolean', default: false } } });
try {
  const total = await testAll(values);
  console.log(`\n${inWords(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
