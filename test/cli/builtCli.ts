import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const OUT = path.resolve('.tmp', 'test-cli', 'cli.js');

/**
 * Bundles the command line from the sources as they are, so that the suite never tests an old build; `scan` needs the
 * engine's worker beside it.
 */
export async function buildCli({ withWorker = false } = {}): Promise<void> {
  mkdirSync(path.dirname(OUT), { recursive: true });
  await bundle('src/cli/main.ts', OUT);
  if (withWorker) await bundle('src/platform/worker.ts', path.join(path.dirname(OUT), 'worker.js'));
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    ...(outfile === OUT && { banner: { js: '#!/usr/bin/env node' } }),
  });
}

/** Starts the program as a user who may not be able to read its file: a checkout in a private folder is root's alone. */
const AS_ANOTHER = `
  const source = require('node:fs').readFileSync(process.argv[1], 'utf8').replace(/^#!.*/, '');
  const main = new (require('node:module'))(process.argv[1]);
  process.seteuid(Number(process.env.TEST_UID));
  main._compile(source, process.argv[1]);
`;

/** What one run of the program left behind. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where it runs and what is changed in its environment. */
export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user it runs as; only root may choose. */
  readonly uid?: number;
}

/** Runs the program; stdin is empty, colours are off unless `env` says otherwise. */
export function runCli(
  args: readonly string[],
  options: CliOptions = {},
  onStart?: (kill: () => void) => void,
): Promise<CliRun> {
  const { cwd, uid } = options;
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env };
  const start = uid === undefined ? [OUT] : ['-e', AS_ANOTHER, OUT];
  const child = spawn(process.execPath, [...start, ...args], {
    cwd,
    env: uid === undefined ? env : { ...env, TEST_UID: String(uid) },
    stdio: 'pipe',
  });
  onStart?.(() => child.stdout.destroy());
  child.stdin.end();
  const read = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (read.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (read.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...read }));
  });
}
