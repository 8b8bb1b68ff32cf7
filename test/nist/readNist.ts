import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One reference data set with its certified answers. */
export interface NistSet {
  readonly name: string;
  /** Lower, average or higher level of difficulty, as the file says. */
  readonly difficulty: string;
  readonly starts: readonly (readonly number[])[];
  readonly constants: readonly number[];
  readonly deviations: readonly number[];
  readonly squares: number;
  readonly y: readonly number[];
  /** Predictors, row by row. */
  readonly x: readonly (readonly number[])[];
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[Ee][-+]?\d+)?/g;

function numbersOf(text: string): number[] {
  return (text.match(NUMBER) ?? []).map(Number);
}

/**
 * Read a nonlinear set of the NIST Statistical Reference Datasets as NIST publishes it (test/golden/nist; public domain).
 */
export function readNist(name: string): NistSet {
  const lines = readFileSync(path.join('test', 'golden', 'nist', `${name}.dat`), 'utf8').split(/\r?\n/);
  const table = lines
    .filter((line) => /^\s*b\d+\s*=/.test(line))
    .map((line) => numbersOf(line.slice(line.indexOf('=') + 1)));
  const headings = lines.map((line, i) => (line.startsWith('Data:') ? i : -1)).filter((i) => i >= 0);
  const rows = lines
    .slice(headings[headings.length - 1] + 1)
    .map(numbersOf)
    .filter((row) => row.length > 1);
  const labelled = (label: string): string => lines.find((line) => line.includes(label)) ?? '';
  // Nelson's model is of the logarithm of the response.
  const scale = labelled('log[y]') === '' ? (value: number): number => value : Math.log;
  return {
    name,
    difficulty: labelled('Level of Difficulty').trim().split(' ')[0].toLowerCase(),
    starts: [table.map((row) => row[0]), table.map((row) => row[1])],
    constants: table.map((row) => row[2]),
    deviations: table.map((row) => row[3]),
    squares: numbersOf(labelled('Residual Sum of Squares'))[0],
    y: rows.map((row) => scale(row[0])),
    x: rows.map((row) => row.slice(1)),
  };
}
