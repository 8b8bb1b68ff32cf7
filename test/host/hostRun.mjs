// What a run of the host suites needs and leaves, the same in code-server and in the desktop VS Code.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../scripts/lib/paths.mjs';
import { bundleHostTests } from './bundle.mjs';

/** An empty extension under development: VS Code runs tests only for one, and the product itself is installed. */
function makeCarrier(dir) {
  const carrier = path.join(dir, 'carrier');
  mkdirSync(carrier, { recursive: true });
  const manifest = { name: 'carrier', publisher: 'tests', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  writeFileSync(path.join(carrier, 'package.json'), JSON.stringify(manifest));
  return carrier;
}

/** A copy of the examples: suites may change and delete its files. */
function makeWorkspace(dir) {
  const workspace = path.join(dir, 'workspace');
  cpSync(inProject('examples'), workspace, { recursive: true });
  return workspace;
}

/** Lays out an emptied folder for one run; returns its parts and the environment the host must see. */
export async function prepareHostRun(dir, grep) {
  rmSync(dir, { recursive: true, force: true });
  const carrier = makeCarrier(dir);
  const results = path.join(dir, 'results.json');
  return {
    carrier,
    workspace: makeWorkspace(dir),
    tests: await bundleHostTests(),
    results,
    env: { GRPO_TEST_RESULTS: results, GRPO_TEST_GREP: grep, GRPO_TEST_ROOT: inProject() },
  };
}

function readResults(file, code) {
  if (!existsSync(file)) throw new Error(`the extension host left no results (it ended with ${code})`);
  const results = JSON.parse(readFileSync(file, 'utf8'));
  // Its own word and the file must agree: a host that dies after the last test is a failure.
  if (code !== 0 && results.failed.length === 0)
    results.failed.push({ title: 'the extension host', error: `ended with ${code}` });
  return results;
}

/** Prints each test and returns how many passed, failed and were skipped; throws where the host left no results. */
export function reportHostRun(file, code) {
  const { passed, failed, skipped } = readResults(file, code);
  for (const { title, ms } of passed) console.log(`  ok    ${title} (${ms} ms)`);
  for (const { title } of skipped) console.log(`  skip  ${title}`);
  for (const { title, error } of failed) console.log(`  FAIL  ${title}\n${error}`);
  return { passed: passed.length, failed: failed.length, skipped: skipped.length };
}
