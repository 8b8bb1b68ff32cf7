import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** What the runner outside reads: titles, durations, reasons. */
export interface HostResults {
  passed: { title: string; ms: number }[];
  failed: { title: string; error: string }[];
  skipped: { title: string }[];
}

function record(runner: Mocha.Runner, results: HostResults): void {
  runner.on('pass', (test) => results.passed.push({ title: test.fullTitle(), ms: test.duration ?? 0 }));
  runner.on('pending', (test) => results.skipped.push({ title: test.fullTitle() }));
  runner.on('fail', (test, error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    results.failed.push({ title: test.fullTitle(), error: text });
  });
}

/**
 * Runs every suite inside the extension host; VS Code calls it.
 * The results go to the file GRPO_TEST_RESULTS names: the runner outside trusts that file, not this promise alone.
 */
export function run(): Promise<void> {
  const file = process.env['GRPO_TEST_RESULTS'];
  if (file === undefined) throw new Error('GRPO_TEST_RESULTS names no file for the results');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  const grep = process.env['GRPO_TEST_GREP'];
  if (grep !== undefined && grep !== '') mocha.grep(grep);
  const suites = path.join(__dirname, 'suite');
  for (const name of readdirSync(suites))
    if (name.endsWith('.test.js')) mocha.addFile(path.join(suites, name));
  const results: HostResults = { passed: [], failed: [], skipped: [] };
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      writeFileSync(file, JSON.stringify(results));
      if (failures === 0) resolve();
      else reject(new Error(`${failures} of the extension host's tests failed`));
    });
    record(runner, results);
  });
}
