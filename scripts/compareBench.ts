import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CARRY_OVER_CELLS, carryOverCoverage } from '../test/bench/compare/carryOverCoverage';
import { EXPONENT, exponentCoverage } from '../test/bench/compare/exponentCoverage';
import { GROUP_SIZE_HEADINGS, groupSizeRows } from '../test/bench/compare/groupSizeTable';
import { realPairs } from '../test/bench/compare/realPairs';
import { SCHEDULED_CELLS, scheduledCarryOver } from '../test/bench/compare/scheduledCarryOver';
import { withPart } from './lib/withPart';
import { hasShared } from '../test/shared';
import { CHANGES, powerCurve } from '../test/bench/compare/power';
import type { Truth } from '../test/bench/compare/simulatedRun';
import { CELLS, MISFIT_CELLS, QUESTIONS, typeOne, type TypeOneCell } from '../test/bench/compare/typeOne';

// How often a comparison finds what is not there, how small a change it finds, and how often the size exponent's interval
// holds the truth: `npm run bench:compare -- [--only typeOne|misfit|power|exponent|carryOver|schedule|groupSize|real]`. Each part takes its
// place in docs/compare.md, with its own number of runs a kind; `--runs N` is a trial with another number, printed only.

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
/** A change of the reward; – where no pair says one. */
const size = (change: number): string => (Number.isNaN(change) ? '–' : change.toFixed(3));
const percent = (share: number): string => (100 * share).toFixed(1);

function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map(row).join('\n');
}

function typeOneTables(cells: readonly TypeOneCell[], runs: number): string {
  const rows = cells.map((cell) => {
    const { asked, wrong, error, shown, pairs } = typeOne(cell, runs);
    const found = QUESTIONS.map((name) =>
      asked[name] === 0
        ? '– (0.0)'
        : `${percent(wrong[name] / asked[name])} ± ${percent(error[name])} (${percent(asked[name] / pairs)})`,
    );
    const told = QUESTIONS.map((name) => (asked[name] === 0 ? '–' : percent(shown[name])));
    const about = [cell.truth, cell.noise.name, cell.rows, cell.view];
    console.log([...about, ...found, ...told].join('  '));
    return { about, found, told };
  });
  const head = ['truth', 'noise', 'rows', 'timescales in view', 'plateau', 'timescale', 'last tenth'];
  return `${table(
    head,
    rows.map(({ about, found }) => [...about, ...found]),
  )}

The same pairs with the change added, up and down, that each says it could have shown four times in five: percentage told to differ.

${table(
  head,
  rows.map(({ about, told }) => [...about, ...told]),
)}`;
}

function powerTable(truths: readonly Truth[], changes: readonly number[], runs: number): string {
  const points = truths.flatMap((truth) =>
    powerCurve(truth, changes, runs).map(({ change, plateau, end, couldShow, endCouldShow }) => [
      ...[truth, change, percent(plateau), size(couldShow), percent(end), size(endCouldShow)],
    ]),
  );
  for (const point of points) console.log(point.join('  '));
  return table(
    ['truth', 'true change', 'plateau found', 'could show', 'last tenth found', 'could show'],
    points,
  );
}

function exponentTable(runs: number): string {
  const rows = [
    { name: 'ρ .3', coefficients: [0.3], sampling: 0 },
    { name: 'ρ .7', coefficients: [0.7], sampling: 0 },
  ].map((noise) => {
    const { sets, given, covered, width } = exponentCoverage(noise, runs);
    return [noise.name, sets, percent(given), percent(covered), width.toFixed(2)];
  });
  for (const one of rows) console.log(one.join('  '));
  return table(['noise', 'sets', 'given', 'covered', 'width'], rows);
}

function groupSizeTable(runs: number): string {
  return table(
    GROUP_SIZE_HEADINGS,
    groupSizeRows(runs, (cells) => {
      console.log(cells.join('  '));
    }),
  );
}

function carryOverTable(runs: number): string {
  const rows = CARRY_OVER_CELLS.map((cell) => {
    const { pairs, told, alone, asked, held, predicted, measured } = carryOverCoverage(cell, runs);
    const about = [cell.beta, cell.start, cell.prompts, cell.stiffness.join(', ')];
    return [
      ...about,
      percent(alone / told),
      percent(asked / pairs),
      percent(held / asked),
      predicted.toPrecision(2),
      measured.toPrecision(2),
    ];
  });
  for (const one of rows) console.log(one.join('  '));
  return table(
    ['momentum', 'start', 'prompts', 'k', 'one run', 'asked', 'held', 'predicted k', 'measured k'],
    rows,
  );
}

function scheduledTable(pairs: number): string {
  const rows = SCHEDULED_CELLS.map((cell) => {
    const { asked, held } = scheduledCarryOver(cell, pairs);
    return [cell.name, cell.jitter, percent(asked / pairs), percent(held / asked)];
  });
  for (const one of rows) console.log(one.join('  '));
  return table(['learning rate', 'jitter', 'asked', 'held'], rows);
}

/** A part of docs/compare.md, by its heading there, and what makes it. */
interface Part {
  readonly name: string;
  readonly heading: string;
  /** Runs of each kind; 0 where nothing is simulated. */
  readonly full: number;
  readonly make: (runs: number) => string | Promise<string>;
}

const PARTS: readonly Part[] = [
  {
    name: 'typeOne',
    full: 100,
    heading: 'Differences that are not there',
    make: (
      runs,
    ) => `${runs} runs of each kind, each compared with 15 others: every difference that is told at the 5 % level (for one question alone) is false. Behind
"±" one standard error, which allows for pairs that share a run. In brackets: share of the pairs that could be asked. "+ s": an autoregression under white
sampling noise.

${typeOneTables(CELLS, runs)}`,
  },
  {
    name: 'misfit',
    full: 100,
    heading: 'Rises that no mechanism makes',
    make: (
      runs,
    ) => `The two tables above, of pairs that share a truth outside the mechanisms: a logistic S (half of the rise after one and a half timescales) and Hill's curve with exponent 2, an S on the logarithm of the
step with a long tail (half after one timescale, 96 % after five). ${runs} runs of each kind, each compared with 15 others.

${typeOneTables(MISFIT_CELLS, runs)}

Changes that are there, as in the next table; 80 runs of each kind, each compared with 10.

${powerTable(['logistic', 'hill'], [0, 0.06, 0.12], Math.min(runs, 80))}`,
  },
  {
    name: 'power',
    full: 80,
    heading: 'Changes that are there',
    make: (
      runs,
    ) => `200 rows, ρ .6, five timescales in view, ${runs} runs of each kind, each compared with 10. "Found": told at the 5 % level. "Could show": median of the smallest change that a pair
says it shows four times in five.

${powerTable(['exponential'], CHANGES, runs)}`,
  },
  {
    name: 'exponent',
    full: 80,
    heading: 'The size exponent',
    make: (
      runs,
    ) => `Sets of four runs of 0.5, 1.5, 3 and 7 billion parameters, 300 rows, timescale 20 steps at the smallest and growing as parameters^${EXPONENT}. "Given": an exponent was given.
"Covered": its 95 % interval holds ${EXPONENT}; "width" is its median width. Sets share runs, ${runs} of each size.

${exponentTable(runs)}`,
  },
  {
    name: 'carryOver',
    full: 160,
    heading: 'Curvature carried over',
    make: (
      runs,
    ) => `Sampled GRPO with SGD on the bandit: 400 rows, G 16, rise to .9; the learning rate is constant in each run, and pairs differ in it alone. ${runs} runs of each rate, each compared with 10 of
the other. "k": at the plateau, by the theory. "One run": the interval of k in a single Report holds the median of all runs of that rate. "Asked": the bound curve
of neither log is rejected, and both bound k on one side at least. "Held": the 95 % interval of measured over predicted holds 1. The k of a path is
larger than that at the plateau, because rewards near ½ move faster; the same factor stands in prediction and measurement.

${carryOverTable(runs)}`,
  },
  {
    name: 'schedule',
    full: 120,
    heading: 'Curvature under a schedule',
    make: (
      runs,
    ) => `Simulated SGD without momentum, 300 rows, k .02 and .04 at the peak rate, logged; ${runs} pairs of runs of their own. "Jitter": variance that the policy's jitter settles at
at the peak rate, over that of the sampling noise; a step at a share of the rate adds jitter of that share squared. "Asked" and "held" as above.

${scheduledTable(runs)}`,
  },
  {
    name: 'groupSize',
    full: 40,
    heading: 'Group size',
    make: (
      runs,
    ) => `Sampled GRPO on the two-outcome bandit (\`src/bandit\`): 600 rows, 8 prompts a step, rise to .9 (.7 with the group's std, where G moves it), leave-one-out unless said; k is the stiffness at
the plateau with the smaller G. ${runs} runs of each G, each compared with 10 of the other; pairs share runs, so that a percentage near 5 has a standard error of about 2.5. "Rejected": the mean-path test says at the 5 % level
that the pair does not go as predicted. "Held": the ratio's 95 % interval (second over first) holds the predicted ratio; where the noise cannot be separated no ratio is given, and that is the rest of "told apart". "Agrees" also needs
an interval without "G does nothing", and the rest cannot be told. With the group's std the jitter is too small here to be separated from the sampling noise. With Adam from .12 the law is not meant to hold: far from the plateau steps are of one size whatever G is, and the test says so.

${groupSizeTable(runs)}`,
  },
  {
    name: 'real',
    full: 0,
    heading: 'Real pairs, as found',
    make: async () => `Reference logs; the first four come from one small GRPO trainer with 8 prompts a batch and no KL term and differ in G alone, the last two from runs of a 4B and an 8B
model that also differ in seed and rank, which stand in a line of text that is not read as settings. Their optimizers are not told, so Adam is assumed. What must be said beside each law is left out here.

${(await realPairs()).join('\n\n')}`,
  },
];

const { values } = parseArgs({ options: { runs: { type: 'string' }, only: { type: 'string' } } });
const trial = values.runs === undefined ? null : Number(values.runs);
if (trial !== null && (!Number.isInteger(trial) || trial < 20))
  throw new Error(`--runs takes a number from 20, not ${values.runs}`);
const file = path.join('docs', 'compare.md');
for (const { name, heading, full, make } of PARTS) {
  if (values.only !== undefined && values.only !== name) continue;
  if (name === 'real' && !hasShared) continue;
  const text = await make(trial ?? full);
  if (trial === null) writeFileSync(file, withPart(readFileSync(file, 'utf8'), heading, text));
}
