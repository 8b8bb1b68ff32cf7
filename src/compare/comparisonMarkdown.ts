import { markdownTable, markdownText } from '../report/exports/markdownText';
import { formatNumber, formatStep } from '../report/formatNumber';
import { formatQuantity } from '../report/formatQuantity';
import { answerSentence } from './answerSentence';
import { answerCells, ANSWER_HEAD } from './answerCells';
import type { Comparison, PairComparison } from './comparison';
import { CONSTANTS } from './constants';
import { lawSentences } from './lawSentences';
import { letterOf } from './letterOf';

/**
 * A comparison as a Markdown document: the answer first, then runs, pairs, laws and settings, in the order of the
 * panel. Text of the logs is escaped: it is read, never rendered.
 *
 * @param comparison the comparison
 * @param names what the runs are called, in their order
 * @returns the document, ending in a line end
 */
export function comparisonMarkdown(comparison: Comparison, names: readonly string[]): string {
  const { pairs, notes } = comparison;
  const bullets = (sentences: readonly string[]): string[] =>
    sentences.map((sentence) => `- ${markdownText(sentence)}`);
  const sections = [
    [`# Comparison of ${pairs.length === 1 ? 'two' : comparison.runs.length} runs`],
    [`**${markdownText(answerSentence(comparison))}**`],
    runTable(comparison, names),
    ...pairs.map(pairSection),
    bullets(lawSentences(comparison)),
    settingTable(comparison),
    bullets(notes),
  ];
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function runTable({ runs }: Comparison, names: readonly string[]): string[] {
  const rows = runs.map((run, i) => {
    const { first, last, count } = run.steps;
    return [
      letterOf(i),
      names[i] ?? run.label,
      `${count}, steps ${formatStep(first)} to ${formatStep(last)}`,
      ...[run.plateau, run.timescale, run.damping, run.end].map((quantity) => formatQuantity(quantity)),
    ];
  });
  const head = ['', 'run', 'rows', 'plateau', 'timescale', 'damping', 'last tenth'];
  return markdownTable([head, ...rows].map((row) => row.map((text) => markdownText(text, 1000))));
}

function pairSection({ first, second, constants, end, sentences }: PairComparison): string[] {
  const [a, b] = [letterOf(first), letterOf(second)];
  const rows = [...CONSTANTS.map((name) => [name, constants[name]] as const), ['last tenth', end] as const];
  const cells = rows.map(([name, answer]) => [name, ...answerCells(answer)]);
  return [
    `## ${a} and ${b}`,
    '',
    ...sentences.map((sentence) => `- ${markdownText(sentence)}`),
    '',
    ...markdownTable(
      [[`${b} less ${a}, or ${b} / ${a}`, ...ANSWER_HEAD], ...cells].map((row) =>
        row.map((text) => markdownText(text)),
      ),
    ),
  ];
}

function settingTable({ config, runs }: Comparison): string[] {
  if (config.length === 0) return [];
  const head = ['setting', ...runs.map((_, i) => letterOf(i))];
  const rows = config.map(({ name, values }) => [
    name,
    ...values.map((value) =>
      value === null
        ? 'not known'
        : typeof value.value === 'number'
          ? formatNumber(value.value, 6)
          : value.value,
    ),
  ]);
  return [
    '## Settings that differ',
    '',
    ...markdownTable([head, ...rows].map((row) => row.map((text) => markdownText(text)))),
  ];
}
