import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fitCurves } from '../src/dynamics/fitCurves';
import { CELLS, RISE, SAMPLING_CELLS, SIGMA } from '../test/bench/coverage/cells';
import { coverCell, type CellResult } from '../test/bench/coverage/coverCell';
import { COVERAGE_HEADINGS, coverageRow, coverageVerdict } from '../test/bench/coverage/coverageTable';
import { curveWithNoise } from '../test/syntheticLog';

// How often the 95 % intervals and bands hold the truth, in 28 simulated cells: prints one line per cell as it is done
// (on two threads) and keeps the table as docs/coverage.md once all are. `npm run bench:coverage -- [--runs N]`, N runs a cell;
// fewer than 300 print only.
const FULL = 300;
const ALL = [...CELLS, ...SAMPLING_CELLS];
const WIDTHS = COVERAGE_HEADINGS.map((heading, column) => Math.max(column === 0 ? 10 : 5, heading.length));

const line = (row: readonly string[]): string =>
  row
    .map((text, column) => text.padEnd(WIDTHS[column]))
    .join(' ')
    .trimEnd();

/** Milliseconds of processor time for all curves with their intervals on 1000 rows, the median of seven logs. */
function thousandRows(): number {
  const times = Array.from({ length: 8 }, (_, seed) => {
    const constants = { ...RISE, omega0: 0.02, zeta: 1.3 };
    const { t, y } = curveWithNoise('oscillator', constants, 1000, SIGMA, seed + 1, [0.6]);
    const begin = process.cpuUsage();
    fitCurves(t, y);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
  // The first one compiles.
  return times.slice(1).sort((a, b) => a - b)[3];
}

function documentOf(results: readonly CellResult[], runs: number, ms: number): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `# Coverage of the intervals

Written by \`npm run bench:coverage\`: ${runs} simulated logs in each of ${results.length} cells (seeds 1 + 101·run + n + 7·cell, −7 for the cells with "+ s"), a damped oscillator from ${RISE.R0} to ${RISE.plateau} with noise of standard deviation ${SIGMA}, a tenth of the rise. Percentages of runs; at ${runs} runs a true 95 % shows as 92.5 to 97.5 in 19 cells of 20.

${coverageVerdict(results)} All curves with their intervals on 1000 rows took ${ms.toFixed(0)} ms of processor time (median of seven logs) where this was written; 150 ms is what is aimed for.

Every run counts: an open end covers its side; an interval or band that is missing is a miss unless the regime is \`too-early\`.

- noise: AR(1) with that ρ; AR(2) is the jitter of momentum 0.9 at k = 0.02; "+ s": half of the variance is white, as a batch mean adds. n: rows. T: slow timescales in view.
- R*: the Report's plateau, which admits doubt about the curve. R* free: the free oscillator's own. R* naive: textbook least squares of the same curve, errors taken as independent.
- R₀, ω₀, ζ, k/γ, time (slow timescale), t95 (time to 95 % of the rise): the free oscillator's.
- first, middle, last: the Report's 95 % confidence band at those steps. row: share of rows of a fresh log that the 95 % prediction band holds, over first, middle and last step and a quarter beyond.
- early: regime \`too-early\`. null: no interval of R*. open: an end of it is open. width: median of the closed ones, as a share of the rise. Where nearly all are open a cell says little: a plateau that the log does not bound has no 95 % interval of finite length, and the side that is open cannot be missed.

${row(COVERAGE_HEADINGS)}
${row(COVERAGE_HEADINGS.map(() => '---'))}
${results.map((result) => row(coverageRow(result))).join('\n')}
`;
}

async function measure(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: `${FULL}` } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Error(`--runs takes a number of runs, not ${values.runs}`);
  const ms = thousandRows();
  console.log(line(COVERAGE_HEADINGS));
  const results = new Array<CellResult | undefined>(ALL.length).fill(undefined);
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { runs } });
      const hand = (): void => {
        if (next < ALL.length) worker.postMessage(next++);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', ({ index, result }: { index: number; result: CellResult }) => {
        results[index] = result;
        console.log(line(coverageRow(result)));
        hand();
      });
      hand();
    });
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  const all = results.filter((result) => result !== undefined);
  if (runs >= FULL) writeFileSync(path.join('docs', 'coverage.md'), documentOf(all, runs, ms));
  console.log(`${coverageVerdict(all)}\n1000 rows: ${ms.toFixed(0)} ms`);
}

if (isMainThread) await measure();
else {
  const { runs } = workerData as { readonly runs: number };
  parentPort?.on('message', (index: number) => {
    parentPort?.postMessage({ index, result: coverCell(ALL[index], runs) });
  });
}
