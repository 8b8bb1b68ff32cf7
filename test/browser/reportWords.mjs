import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';

const OUT = path.join(SCRATCH, 'browser', 'reportWords.mjs');

const SOURCE = `
export { formatQuantity } from './src/report/formatQuantity';
export { numberRows } from './src/report/numberRows';
export { firstSentence, hoverLine } from './src/report/sentences';
`;

/** The functions that turn a Report into words, the very ones the product uses: numbers are compared as they are shown. */
export async function reportWords() {
  const stdin = { contents: SOURCE, resolveDir: inProject(), loader: 'ts' };
  await build({ stdin, outfile: OUT, bundle: true, format: 'esm', platform: 'browser', logLevel: 'warning' });
  return import(pathToFileURL(OUT).href);
}
