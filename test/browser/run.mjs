// Every test/browser/*.spec.mjs against the packaged extension in a real workbench.
//   npm run browser -- [--grep TEXT] [--pictures]      --pictures writes the README's pictures to docs/pictures
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBundles } from '../../scripts/lib/build.mjs';
import { runAsScript } from '../../scripts/lib/main.mjs';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { launchBrowser } from '../harness/browser.mjs';
import { installEditor } from '../harness/installEditor.mjs';
import { Suite } from './suite.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const FAILURES = path.join(SCRATCH, 'failures');

async function runOnce(name, options) {
  const suite = new Suite(name.replace(/\.spec\.mjs$/, ''), options);
  console.log(`  ${suite.name}`);
  try {
    const { run } = await import(pathToFileURL(path.join(HERE, name)).href);
    await run(suite);
    if (suite.counts.passed + suite.counts.failed === 0) throw new Error('the suite has no step');
  } catch (error) {
    await suite.fail('outside of any step', error);
  } finally {
    await suite.close();
  }
  return suite.counts;
}

/**
 * A suite that failed is run once more from nothing, and the second run decides: a workbench on a loaded machine
 * now and then swallows a click. What only passed then is named at the end, so that it is seen and mended.
 */
async function runSpec(name, options, unsteady) {
  const first = await runOnce(name, options);
  if (first.failed === 0) return first;
  console.log(`  ${name} failed; once more from nothing`);
  const second = await runOnce(name, options);
  if (second.failed === 0) unsteady.push(name);
  return second;
}

/** Runs the suites whose file name holds `grep`; returns how many steps passed, failed and were skipped. */
export async function runBrowserSuites({ vsix, grep = '', pictures = false }) {
  await installEditor();
  rmSync(FAILURES, { recursive: true, force: true });
  mkdirSync(FAILURES, { recursive: true });
  // The numbers in the panel are compared with the command line's.
  await buildBundles();
  const names = readdirSync(HERE).filter((name) => name.endsWith('.spec.mjs') && name.includes(grep));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const unsteady = [];
  const browser = await launchBrowser();
  try {
    for (const name of names) {
      const counts = await runSpec(name, { browser, vsix, pictures }, unsteady);
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  } finally {
    await browser.close();
  }
  for (const name of unsteady) console.log(`  unsteady: ${name} passed only when run again`);
  return total;
}

await runAsScript(import.meta.url, async () => {
  const options = { grep: { type: 'string' }, pictures: { type: 'boolean' } };
  const { values } = parseArgs({ options });
  const counts = await runBrowserSuites({ vsix: await packageExtension(), ...values });
  console.log(
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped; pictures of failures: ${path.relative(inProject(), FAILURES)}`,
  );
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});
