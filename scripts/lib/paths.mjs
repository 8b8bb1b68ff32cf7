import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of something in the project. */
export const inProject = (...parts) => path.join(ROOT, ...parts);

/** Scratch of a test run: servers' folders, results, failure pictures. Never tracked. */
export const SCRATCH = inProject('.tmp');
