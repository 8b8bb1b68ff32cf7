import { t } from '@vscode/l10n';
import { evidenceText } from '../findingLines';
import { MODE_LABELS, signOf } from '../findingsInWords';
import { fitRows } from '../fitRows';
import { formatStep } from '../formatNumber';
import { noteInWords } from '../noteInWords';
import { numberRows } from '../numberRows';
import type { Finding, Report } from '../report';
import { firstSentence } from '../sentences';
import { markdownTable, markdownText } from './markdownText';
import { runFacts } from './runFacts';

/**
 * A Report as a Markdown document: the answer first, then numbers, curves, failure modes and small print, in the order of
 * the panel. Text of the log is escaped: it is read, never rendered.
 *
 * @param report the Report
 * @returns the document, ending in a line end
 */
export function renderMarkdown(report: Report): string {
  const sections = [
    [`# ${markdownText(title(report), 1000)}`],
    [`**${markdownText(firstSentence(report))}**`],
    [markdownText(runFacts(report))],
    [`## ${t('What it means')}`, '', ...markdownTable([['', ''], ...numberRows(report).map(cells)])],
    report.interpretation.sentences.slice(1).map((sentence) => `- ${markdownText(sentence)}`),
    curves(report),
    [`## ${t('Failure modes')}`, '', ...report.findings.flatMap(finding)],
    notes(report),
  ];
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function title({ source }: Report): string {
  return source.run === null ? source.path : `${source.path} · ${source.run}`;
}

function cells(row: readonly string[]): string[] {
  return row.map((text) => markdownText(text));
}

function curves(report: Report): string[] {
  const rows = fitRows(report).map((row) => row.map(({ text }) => markdownText(text)));
  return rows.length === 0 ? [] : [`## ${t('Curves')}`, '', ...markdownTable(rows)];
}

function finding(one: Finding): string[] {
  const { mode, summary, evidence, outlook, advice, line } = one;
  const name = `**${MODE_LABELS[mode]}**`;
  const where = line === null ? name : t('{0} (line {1})', name, formatStep(line));
  return [
    `- ${signOf(one)} ${t('{0}: {1}', where, markdownText(summary))}`,
    ...evidence.map((item) => `  - ${markdownText(evidenceText(item))}`),
    ...(outlook === null ? [] : [`  - ${t('Next: {0}', markdownText(outlook))}`]),
    ...advice.map((text) => `  - ${markdownText(text)}`),
  ];
}

function notes({ notes: all }: Report): string[] {
  return all.length === 0
    ? []
    : [`## ${t('Notes')}`, '', ...all.map((note) => `- ${markdownText(noteInWords(note))}`)];
}
