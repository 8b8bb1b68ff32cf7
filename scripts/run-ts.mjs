// Runs one TypeScript entry under Node: `node scripts/run-ts.mjs path/to/entry.ts [args…]`.
// It bundles the entry (with all it imports) into .tmp/ with esbuild and starts that file with the same arguments; the
// exit code is the entry's. Packages of node_modules stay outside the bundle, so anything npm installed may be imported.
// Everything under scripts/ and test/bench/ that is written in TypeScript is started this way.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node scripts/run-ts.mjs path/to/entry.ts [args…]');
  process.exit(2);
}

const folder = path.join(ROOT, '.tmp');
mkdirSync(folder, { recursive: true });
// The process id keeps two runs of one entry apart.
const bundle = path.join(folder, `${path.basename(entry, '.ts')}-${String(process.pid)}.mjs`);
await build({
  entryPoints: [path.resolve(entry)],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...rest], {
  stdio: 'inherit',
});
rmSync(bundle, { force: true });
process.exit(status ?? 1);
