import { t } from '@vscode/l10n';
import { describeDropped } from '../src/report/describeDropped';
import { formatStep } from '../src/report/formatNumber';
import { noteInWords } from '../src/report/noteInWords';
import { plainText } from '../src/report/plainText';
import type { Report } from '../src/report/report';
import { el } from './dom';
import { sentenceNodes } from './sentence';
import { metricLabel } from './strips/metricWords';

function list(items: readonly string[], none: string): Node {
  return items.length === 0
    ? el('p', { class: 'muted' }, none)
    : el('ul', { class: 'plain' }, ...items.map((text) => el('li', {}, text)));
}

/** The interpretation in full sentences; the first stands at the top of the page. */
export function sentencesFold(sentences: readonly string[]): Node[] {
  return sentences.map((sentence) => el('p', { class: 'prose' }, ...sentenceNodes(plainText(sentence, 600))));
}

/** What was left out, what the fit speaks of, and every note of the Report. */
export function droppedFold(report: Report): Node[] {
  const { first, last, why } = report.segment;
  return [
    list(describeDropped(report.source.dropped), t('Nothing was left out.')),
    el('p', {}, t('The fit describes steps {0} to {1}: {2}.', formatStep(first), formatStep(last), why)),
    list(report.notes.map(noteInWords), t('No further notes.')),
  ];
}

function entry(name: string, value: string, from: string | null): HTMLElement {
  const source = from === null ? [] : [el('dd', { class: 'from' }, from)];
  return el('div', {}, el('dt', {}, name), el('dd', {}, value), ...source);
}

/** Which column of the log was taken for what, and the configuration with its sources. */
export function columnsFold(report: Report): Node[] {
  const metrics = Object.entries(report.metrics).map(([name, key]) =>
    entry(metricLabel(name), plainText(key), null),
  );
  const config = Object.entries(report.config).map(([name, { value, from }]) =>
    entry(name, plainText(String(value)), plainText(from)),
  );
  return [
    el('h3', {}, t('Columns')),
    el('dl', { class: 'entries' }, ...metrics),
    el('h3', {}, t('Configuration')),
    config.length === 0
      ? el('p', { class: 'muted' }, t('None found beside the log.'))
      : el('dl', { class: 'entries' }, ...config),
  ];
}
