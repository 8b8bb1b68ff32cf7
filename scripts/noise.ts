import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { coverNoiseCell } from '../test/bench/noise/coverNoiseCell';
import { NOISE_CELLS, type NoiseCell } from '../test/bench/noise/noiseCells';
import { NOISE_HEADINGS, noiseRow } from '../test/bench/noise/noiseTable';

// How often process and sampling noise are told apart, and how often their intervals hold the truth: prints one line per
// cell and keeps the table as docs/noise.md. `npm run bench:noise -- [--runs N]`, N runs a cell; fewer than 100 print only.
const FULL = 100;

const { values } = parseArgs({ options: { runs: { type: 'string', default: String(FULL) } } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0))
  throw new RangeError(`--runs takes a whole number, not ${values.runs}`);

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function measured(cell: NoiseCell, index: number): readonly string[] {
  const row = noiseRow(cell, coverNoiseCell(cell, index, runs));
  console.log(line(row));
  return row;
}

function documentOf(rows: readonly (readonly string[])[]): string {
  return `# Process noise and sampling noise told apart

Written by \`npm run bench:noise\`: ${runs} simulated logs in each of ${rows.length} cells. Around a level or a learning curve (an exponential from 0.2 to 0.7) lies a process that drifts back to it (first-order autoregression, autocorrelation ρ from row to row, standard deviation "process") seen through white noise (standard deviation "sampling"). The level is fitted by the mean: the separation alone, at its best. Around a curve the numbers are those of the whole Report, which fits and chooses the curve first.

- told apart: runs with an answer. The others say why not: nothing carries over (right in the white cells), it carries over in another way (wrong in every cell here), or no curve is trusted.
- held: told runs whose 95 % interval holds the truth; width: median width of the interval, reward units; the temperature, 2 × stiffness × process², only where a curve has a stiffness. At 100 told runs a true 95 % shows as 90 to 99 in 19 cells of 20. Where few runs are told, those are the runs that happened to look most correlated.

${line(NOISE_HEADINGS)}
${line(NOISE_HEADINGS.map(() => '---'))}
${rows.map(line).join('\n')}
`;
}

console.log(line(NOISE_HEADINGS));
const rows = NOISE_CELLS.map(measured);
if (runs >= FULL) writeFileSync(path.resolve('docs', 'noise.md'), documentOf(rows));
