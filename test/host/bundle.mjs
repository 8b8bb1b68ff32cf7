import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { inProject } from '../../scripts/lib/paths.mjs';

const OUT = inProject('out', 'host');

/** Bundles the runner inside the host and its suites; returns the path VS Code loads. */
export async function bundleHostTests() {
  rmSync(OUT, { recursive: true, force: true });
  const suites = readdirSync(inProject('test', 'host', 'suite')).filter((name) => name.endsWith('.test.ts'));
  if (suites.length === 0) throw new Error('there is no suite in test/host/suite');
  await build({
    absWorkingDir: inProject(),
    entryPoints: ['test/host/index.ts', ...suites.map((name) => `test/host/suite/${name}`)],
    outbase: 'test/host',
    outdir: OUT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return `${OUT}/index`;
}
