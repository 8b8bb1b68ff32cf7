import { evidenceText } from '../findingLines';
import { signOf } from '../findingsInWords';
import { fitRows } from '../fitRows';
import { formatCount, formatStep } from '../formatNumber';
import { noteInWords } from '../noteInWords';
import { numberRows } from '../numberRows';
import type { Finding, Report } from '../report';
import { firstSentence } from '../sentences';
import { markdownTable, markdownText } from './markdownText';

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
    [facts(report)],
    ['## What it means', '', ...markdownTable([['', ''], ...numberRows(report).map(cells)])],
    report.interpretation.sentences.slice(1).map((sentence) => `- ${markdownText(sentence)}`),
    curves(report),
    ['## Failure modes', '', ...report.findings.flatMap(finding)],
    notes(report),
  ];
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function title({ source }: Report): string {
  return source.run === null ? source.path : `${source.path} · ${source.run}`;
}

function facts({ source, metrics }: Report): string {
  const { steps, stepUnit, format } = source;
  const unit = stepUnit.value === 'unknown' ? '' : ` (${stepUnit.value}s)`;
  const range = `${formatCount(steps.count)} steps, ${formatStep(steps.first)} to ${formatStep(steps.last)}${unit}`;
  return markdownText(`${format} · ${range} · reward: ${metrics['reward'] ?? 'unknown'}`);
}

function cells(row: readonly string[]): string[] {
  return row.map((text) => markdownText(text));
}

function curves(report: Report): string[] {
  const rows = fitRows(report).map((row) => row.map(({ text }) => markdownText(text)));
  return rows.length === 0 ? [] : ['## Curves', '', ...markdownTable(rows)];
}

function finding(one: Finding): string[] {
  const { mode, summary, evidence, outlook, advice, line } = one;
  const where = line === null ? '' : ` (line ${formatStep(line)})`;
  return [
    `- ${signOf(one)} **${mode.replaceAll('-', ' ')}**${where}: ${markdownText(summary)}`,
    ...evidence.map((item) => `  - ${markdownText(evidenceText(item))}`),
    ...(outlook === null ? [] : [`  - Next: ${markdownText(outlook)}`]),
    ...advice.map((text) => `  - ${markdownText(text)}`),
  ];
}

function notes({ notes: all }: Report): string[] {
  return all.length === 0
    ? []
    : ['## Notes', '', ...all.map((note) => `- ${markdownText(noteInWords(note))}`)];
}
