import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BOUND_CELLS, type BoundCell } from '../test/bench/boundCoverage/boundCells';
import { coverBoundCell } from '../test/bench/boundCoverage/coverBoundCell';
import { BOUND_HEADINGS, boundRow } from '../test/bench/boundCoverage/boundTable';

// How often the intervals of the hyperparameter-bound curve hold the truth, in runs simulated by the exact recursion
// step for step: prints one line per cell and keeps the table as docs/bound-coverage.md.
// `npm run bench:bound -- [--runs N]`, N runs a cell; fewer than 100 print only.
const FULL = 100;

const { values } = parseArgs({ options: { runs: { type: 'string', default: String(FULL) } } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0))
  throw new RangeError(`--runs takes a whole number, not ${values.runs}`);

function measured(cell: BoundCell, index: number): readonly string[] {
  const row = boundRow(cell, coverBoundCell(cell, index, runs));
  console.log(row.map((text, column) => text.padEnd(Math.max(8, BOUND_HEADINGS[column].length))).join(' '));
  return row;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function documentOf(rows: readonly (readonly string[])[]): string {
  return `# Coverage of the hyperparameter-bound curve

Written by \`npm run bench:bound\`: ${runs} simulated logs in each of ${rows.length} cells. The exact recursion of the optimizer is run step for step (one force held over every refresh interval K, momentum β as an average, Adam with its bias correction); the reward goes from 0.2 to 0.8 under AR(1) noise of autocorrelation ρ and standard deviation 0.06, a tenth of the rise. Percentages of runs; at 100 runs a true 95 % shows as 90 to 99 in 19 cells of 20.

Every run counts: an open end covers its side, a missing interval is a miss.

- unit: what a logged row is, one optimizer update or one rollout of K of them. n: rows. rate: constant, or falling in a straight line to 5 % of its peak.
- k: the stiffness per optimizer step, by the 95 % interval of the bound curve. claimed: share of runs in which the Report claims it (bound curve not rejected, k bounded on both sides); k claimed: coverage in those. width: median width of the closed intervals of k, as a share of k. bias: median of fitted k over true k.
- R*: plateau by the bound curve's own interval. R* Report: by the Report's, which admits doubt about the curve.

${line(BOUND_HEADINGS)}
${line(BOUND_HEADINGS.map(() => '---'))}
${rows.map(line).join('\n')}
`;
}

console.log(BOUND_HEADINGS.map((heading) => heading.padEnd(8)).join(' '));
const rows = BOUND_CELLS.map(measured);
if (runs >= FULL) writeFileSync(path.resolve('docs', 'bound-coverage.md'), documentOf(rows));
