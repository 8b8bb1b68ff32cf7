import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** A command that ended badly: which one, and what it last said. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}${output ? `:\n${output}` : ''}`);
    this.name = 'CommandError';
  }
}

/**
 * Runs a command to its end. Its output goes to the terminal, or is kept and shown only on failure (`quiet`).
 * @returns its exit code; with `check` a bad one throws a `CommandError` instead
 */
export function run(
  command,
  args,
  { cwd = ROOT, env = process.env, shell = false, quiet = false, check = true } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const end = code ?? `signal ${signal}`;
      if (end === 0 || !check) resolve(code ?? 1);
      else reject(new CommandError([command, ...args].join(' '), end, output.trim()));
    });
  });
}

/** Standard output of a short command; throws where it fails. */
export function capture(command, args, { cwd = ROOT, env = process.env } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  if (status !== 0) throw new CommandError([command, ...args].join(' '), status, stderr.trim());
  return stdout;
}

/** Absolute path of a program on PATH, or null. */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return null;
}
