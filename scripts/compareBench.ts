import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXPONENT, exponentCoverage } from '../test/bench/compare/exponentCoverage';
import { powerCurve } from '../test/bench/compare/power';
import { CELLS, QUESTIONS, typeOne } from '../test/bench/compare/typeOne';

// How often a comparison finds what is not there, how small a change it finds, and how often the size exponent's interval
// holds the truth: `npm run bench:compare -- [--runs N] [--only typeOne|power|exponent]`, N runs a cell; all parts with
// the full number are kept as docs/compare.md.
const FULL = 160;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const percent = (share: number): string => (100 * share).toFixed(1);

function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(row).join('\n');
}

function typeOneTable(runs: number): string {
  const rows = CELLS.map((cell) => {
    const { asked, wrong, pairs } = typeOne(cell, runs);
    const cells = QUESTIONS.map(
      (name) => `${percent(wrong[name] / asked[name])} (${percent(asked[name] / pairs)})`,
    );
    console.log(cell.noise.name, cell.rows, cells.join('  '));
    return [cell.noise.name, cell.rows, cell.view, ...cells];
  });
  return table(['noise', 'rows', 'timescales in view', 'plateau', 'timescale', 'last tenth'], rows);
}

function powerTable(runs: number): string {
  const points = powerCurve(runs).map(({ change, plateau, end, couldShow, endCouldShow }) => [
    change,
    percent(plateau),
    couldShow.toFixed(3),
    percent(end),
    endCouldShow.toFixed(3),
  ]);
  for (const point of points) console.log(point.join('  '));
  return table(['true change', 'plateau found', 'could show', 'last tenth found', 'could show'], points);
}

function exponentTable(runs: number): string {
  const rows = [
    { name: 'ρ .3', coefficients: [0.3], sampling: 0 },
    { name: 'ρ .7', coefficients: [0.7], sampling: 0 },
  ].map((noise) => {
    const { sets, given, covered, width } = exponentCoverage(noise, Math.ceil(runs / 2));
    return [noise.name, sets, percent(given), percent(covered), width.toFixed(2)];
  });
  for (const one of rows) console.log(one.join('  '));
  return table(['noise', 'sets', 'given', 'covered', 'width'], rows);
}

const documentOf = (
  runs: number,
  typeOnes: string,
  power: string,
  exponent: string,
): string => `# Comparisons, measured

Written by \`npm run bench:compare\` on simulated logs: a rise from 0.2 to 0.8 with noise of standard deviation 0.06. Percentages.

## Differences that are not there

${runs} runs of each kind, each compared with 15 others: every difference that is told at the 5 % level (for one question alone) is false. Pairs
that share a run are not independent; the standard error of a percentage is about 1. In brackets: share of the pairs that could be asked. "+ s": an
autoregression under white sampling noise.

${typeOnes}

## Changes that are there

200 rows, ρ .6, five timescales in view, ${Math.ceil(runs / 2)} runs of each kind, each compared with 10. "Found": told at the 5 % level. "Could show": median of the smallest change that a pair
says it shows four times in five.

${power}

## The size exponent

Sets of four runs of 0.5, 1.5, 3 and 7 billion parameters, 300 rows, timescale 20 steps at the smallest and growing as parameters^${EXPONENT}. "Given": an exponent was given.
"Covered": its 95 % interval holds ${EXPONENT}; "width" is its median width. Sets share runs, ${Math.ceil(runs / 2)} of each size.

${exponent}
`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: `${FULL}` }, only: { type: 'string' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 20)
  throw new Error(`--runs takes a number from 20, not ${values.runs}`);
const part = (name: string, make: () => string): string =>
  values.only === undefined || values.only === name ? make() : '';
const power = part('power', () => powerTable(Math.ceil(runs / 2)));
const exponent = part('exponent', () => exponentTable(runs));
const typeOnes = part('typeOne', () => typeOneTable(runs));
if (values.only === undefined && runs >= FULL)
  writeFileSync(path.join('docs', 'compare.md'), documentOf(runs, typeOnes, power, exponent));
