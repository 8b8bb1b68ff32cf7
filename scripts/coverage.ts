import { parseArgs } from 'node:util';
import { CELLS, COVERAGE_HEADINGS, coverageTable } from '../test/bench/coverage';

// How often the 95 % intervals hold the truth, in 24 simulated cells: prints one line per cell as it is done.
// `npm run bench:coverage -- [--runs N]`, N runs per cell.
const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number of runs, not ${values.runs}`);

const WIDTHS = COVERAGE_HEADINGS.map((heading) => Math.max(6, heading.length));
const line = (row: readonly string[]): string =>
  row
    .map((text, column) => text.padEnd(WIDTHS[column]))
    .join('  ')
    .trimEnd();

console.log(line(COVERAGE_HEADINGS));
for (const cell of CELLS) for (const row of coverageTable(runs, [cell])) console.log(line(row));
