import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, SCRATCH } from './paths.mjs';
import { run } from './run.mjs';

function countsIn(report, exit) {
  if (!existsSync(report)) throw new Error(`vitest left no results (it ended with ${exit})`);
  const found = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = found.numPendingTests + found.numTodoTests;
  const failed = found.numFailedTests;
  // A file that cannot be loaded holds no test that could fail, and still fails the run.
  return { passed: found.numPassedTests, failed: exit !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** Runs vitest with one of its configurations; returns how many tests passed, failed and were skipped. */
export async function runVitest(config) {
  mkdirSync(SCRATCH, { recursive: true });
  const report = path.join(SCRATCH, `vitest-${path.basename(path.dirname(config))}.json`);
  rmSync(report, { force: true });
  const args = [
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const exit = await run(process.execPath, [inProject('node_modules', 'vitest', 'vitest.mjs'), ...args], {
    check: false,
  });
  return countsIn(report, exit);
}
