import { curveInWords } from '../report/curveInWords';
import { formatCount, formatStep } from '../report/formatNumber';
import { formatQuantity } from '../report/formatQuantity';
import { painter, type Paint } from '../report/paint';
import { plainText } from '../report/plainText';
import { textTable, type Cell } from '../report/textTable';
import { wrapText } from '../report/wrapText';
import { answerCells, answerHead } from './answerCells';
import { answerSentence } from './answerSentence';
import type { Comparison, PairComparison } from './comparison';
import { CONSTANTS } from './constants';
import { lawSentences } from './lawSentences';
import { letterOf } from './letterOf';
import { settingName } from './settingName';
import { settingText } from './settingText';

const INDENT = '  ';
const NARROWEST = 50;
const WIDEST = 100;

/**
 * A comparison for people at a terminal: the runs, then pair by pair the answer first and the numbers under it.
 *
 * @param comparison the comparison
 * @param style colour or not, and the terminal's columns
 * @returns lines, stripped of what a log could do to a terminal
 */
export function renderComparison(
  comparison: Comparison,
  style: { readonly colour: boolean; readonly width: number },
): string {
  const paint = painter(style.colour);
  const width = Math.min(Math.max(style.width, NARROWEST), WIDEST);
  const sections = [
    runLines(comparison, paint, width),
    configLines(comparison, paint),
    answerLines(comparison, paint, width),
    ...comparison.pairs.map((pair) => pairLines(pair, paint, width)),
    noteLines(lawSentences(comparison), (text) => text, width),
    noteLines(comparison.notes, paint.dim, width),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function runLines({ runs, curve }: Comparison, paint: Paint, width: number): string[] {
  const names = runs.map(({ label, steps }, i) => {
    const range = `${formatCount(steps.count)} rows, steps ${formatStep(steps.first)} to ${formatStep(steps.last)}`;
    return `${paint.strong(letterOf(i))}  ${plainText(label, 1000)} ${paint.dim(`(${range})`)}`;
  });
  const head = ['', 'plateau', 'timescale', 'damping', 'last tenth'].map((text) => cell(text, paint.dim));
  const rows = runs.map((run, i) => [
    cell(letterOf(i), paint.strong),
    ...[run.plateau, run.timescale, run.damping, run.end].map((quantity) => cell(formatQuantity(quantity))),
  ]);
  const read =
    curve === null
      ? 'No one curve was fitted to all runs.'
      : `All runs are read by one curve, ${curveInWords(curve)}.`;
  return [...names, '', ...textTable([head, ...rows]), ...wrapText(read, width).map(paint.dim)];
}

function configLines({ config, runs }: Comparison, paint: Paint): string[] {
  if (config.length === 0) return [];
  const head = ['settings that differ', ...runs.map((_, i) => letterOf(i))].map((text) =>
    cell(text, paint.dim),
  );
  const rows = config.map(({ name, values }) => [
    cell(plainText(settingName(name))),
    ...values.map((value) => cell(plainText(settingText(value), 40))),
  ]);
  return textTable([head, ...rows]);
}

/** Of a single pair its own sentences are the answer. */
function answerLines(comparison: Comparison, paint: Paint, width: number): string[] {
  if (comparison.pairs.length < 2) return [];
  return wrapText(plainText(answerSentence(comparison), 1000), width).map(paint.strong);
}

function pairLines(
  { first, second, constants, end, evaluations, sentences }: PairComparison,
  paint: Paint,
  width: number,
): string[] {
  const [a, b] = [letterOf(first), letterOf(second)];
  const rows = [
    ...CONSTANTS.map((name) => [name, constants[name]] as const),
    ['last tenth', end] as const,
    ...Object.entries(evaluations).map(([key, answer]) => [plainText(key, 40), answer] as const),
  ];
  const head = [`${b} − ${a} or ${b} / ${a}`, ...answerHead()].map((text) => cell(text, paint.dim));
  return [
    paint.strong(`${a} and ${b}`),
    ...sentences.flatMap((sentence) =>
      wrapText(plainText(sentence, 1000), width - 2).map((line) => INDENT + line),
    ),
    ...textTable([
      head,
      ...rows.map(([name, answer]) => [cell(name), ...answerCells(answer).map((text) => cell(text))]),
    ]).map((line) => INDENT + line),
  ];
}

function noteLines(notes: readonly string[], paint: (text: string) => string, width: number): string[] {
  return notes.flatMap((note) => wrapText(plainText(note, 1000), width, INDENT).map(paint));
}

function cell(text: string, paint?: (text: string) => string): Cell {
  return paint === undefined ? { text } : { text, paint };
}
