import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';

const OUT = path.join(SCRATCH, 'browser', 'binaryLog.mjs');

const SOURCE = `
export { tfevents } from './test/carriers/tfevents';
export { history, item, wandbFile } from './test/carriers/wandb';
`;

/** The writers of event files and W&B logs that the unit tests use. */
export async function binaryWriters() {
  const stdin = { contents: SOURCE, resolveDir: inProject(), loader: 'ts' };
  await build({ stdin, outfile: OUT, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
  return import(pathToFileURL(OUT).href);
}
