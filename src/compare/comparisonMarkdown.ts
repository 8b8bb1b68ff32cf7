import { t } from '@vscode/l10n';
import { markdownTable, markdownText } from '../report/exports/markdownText';
import { formatStep } from '../report/formatNumber';
import { formatQuantity } from '../report/formatQuantity';
import { answerSentence } from './answerSentence';
import { answerCells, answerHead } from './answerCells';
import type { Comparison, PairComparison } from './comparison';
import { CONSTANTS } from './constants';
import { constantText } from './constantText';
import { lawSentences } from './lawSentences';
import { letterOf } from './letterOf';
import { settingName } from './settingName';
import { settingText } from './settingText';

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
    [`# ${title(comparison)}`],
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

function title({ runs }: Comparison): string {
  return runs.length === 2 ? t('Comparison of two runs') : t('Comparison of {0} runs', runs.length);
}

function runTable({ runs }: Comparison, names: readonly string[]): string[] {
  const rows = runs.map((run, i) => {
    const { first, last, count } = run.steps;
    return [
      letterOf(i),
      names.at(i)?.trim() || run.label,
      t('{0}, steps {1} to {2}', count, formatStep(first), formatStep(last)),
      ...[run.plateau, run.timescale, run.damping, run.end].map((quantity) => formatQuantity(quantity)),
    ];
  });
  const head = ['', t('run'), t('rows'), ...([...CONSTANTS, 'end'] as const).map(constantText)];
  return markdownTable([head, ...rows].map((row) => row.map((text) => markdownText(text, 1000))));
}

function pairSection({ first, second, constants, end, evaluations, sentences }: PairComparison): string[] {
  const [a, b] = [letterOf(first), letterOf(second)];
  const rows = [
    ...CONSTANTS.map((name) => [constantText(name), constants[name]] as const),
    [constantText('end'), end] as const,
    ...Object.entries(evaluations).map(([key, answer]) => [t('held out: {0}', key), answer] as const),
  ];
  const cells = rows.map(([name, answer]) => [name, ...answerCells(answer)]);
  return [
    `## ${t('{0} and {1}', a, b)}`,
    '',
    ...sentences.map((sentence) => `- ${markdownText(sentence)}`),
    '',
    ...markdownTable(
      [[t('{0} less {1}, or {0} / {1}', b, a), ...answerHead()], ...cells].map((row) =>
        row.map((text) => markdownText(text)),
      ),
    ),
  ];
}

function settingTable({ config, runs }: Comparison): string[] {
  if (config.length === 0) return [];
  const head = [t('setting'), ...runs.map((_, i) => letterOf(i))];
  const rows = config.map(({ name, values }) => [settingName(name), ...values.map(settingText)]);
  return [
    `## ${t('Settings that differ')}`,
    '',
    ...markdownTable([head, ...rows].map((row) => row.map((text) => markdownText(text)))),
  ];
}
