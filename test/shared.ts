import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(process.env['GRPO_SHARED'] ?? path.join(process.cwd(), '..', 'shared'));

/** Whether the reference logs and answers are on this machine; suites that need them skip where not. */
export const hasShared = existsSync(path.join(ROOT, 'golden', 'README.md'));

if (!hasShared)
  console.warn(`Skipping what needs the reference logs: no folder ${ROOT} (set GRPO_SHARED to point at it).`);

/** Absolute path of a file of the reference folder. */
export function shared(...parts: string[]): string {
  return path.join(ROOT, ...parts);
}
