import { t } from '@vscode/l10n';
import { evidenceText } from '../src/report/evidenceText';
import { confidenceWord, MODE_LABELS, orderFindings, signOf } from '../src/report/findingsInWords';
import { formatCount, formatStep } from '../src/report/formatNumber';
import type { Evidence, Finding } from '../src/report/report';
import type { PanelSeries } from '../src/protocol';
import { el } from './dom';
import { formatLogged } from './numbers';
import { sparkline } from './sparkline';
import { button } from './toolkit';
import { MODE_MEANINGS } from './words';

/** How severe a finding is, in words. */
const SEVERITIES = {
  error: () => t('serious'),
  warning: () => t('worth acting on'),
  info: () => t('for information'),
} as const;

const VERDICTS = {
  present: () => t('seen'),
  absent: () => t('not seen'),
  'not-assessable': () => t('not assessable'),
} as const;

function head(finding: Finding): HTMLElement {
  const { mode, verdict, step, severity, confidence, consequenceOf, isMuted } = finding;
  const sure = verdict === 'present' ? confidenceWord(confidence) : null;
  const facts = [
    consequenceOf === null ? VERDICTS[verdict]() : t('a consequence of {0}', MODE_LABELS[consequenceOf]),
    ...(verdict === 'present' && step !== null ? [t('from step {0}', formatStep(step))] : []),
    ...(severity === null ? [] : [SEVERITIES[severity]()]),
    ...(sure === null || confidence === null ? [] : [t('{0} ({1} %)', sure, Math.round(100 * confidence))]),
    ...(isMuted === true ? [t('muted')] : []),
  ];
  return el(
    'h3',
    { title: MODE_MEANINGS[mode] },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, signOf(finding)),
    el('span', {}, MODE_LABELS[mode]),
    el('span', { class: 'facts' }, facts.join(' · ')),
  );
}

function evidenceItem(evidence: Evidence, spark: SVGElement | null): HTMLElement {
  const code = el('code', {}, evidence.metric);
  return el('li', {}, code, ` ${seenWords(evidence)}`, ...(spark === null ? [] : [spark]));
}

function seenWords({ step, value, expected }: Evidence): string {
  const seen = value === null ? t('no value') : formatLogged(value);
  return evidenceText(seen, step === null ? null : formatStep(step), expected);
}

function list(name: string, items: readonly HTMLElement[]): Node[] {
  return items.length === 0 ? [] : [el('ul', { class: name }, ...items)];
}

/** Where a card can lead. */
export interface CardEvents {
  readonly reveal: (line: number) => void;
  readonly showStep: (step: number) => void;
  /** The column of a log's own key, where it is drawn. */
  readonly seriesOf: (key: string) => PanelSeries | null;
}

function card(finding: Finding, { reveal, showStep, seriesOf }: CardEvents): HTMLElement {
  const { verdict, severity, summary, evidence, advice, outlook, line, step } = finding;
  const isSeen = verdict === 'present';
  const links = [
    ...(isSeen && step !== null ? [button(t('show on the curve'), () => showStep(step))] : []),
    ...(line === null ? [] : [button(t('go to line {0}', formatCount(line)), () => reveal(line))]),
  ];
  const spark = (metric: string): SVGElement | null => {
    const series = isSeen ? seriesOf(metric) : null;
    return series && sparkline(series, step);
  };
  return el(
    'article',
    { class: `finding ${verdict} ${severity ?? ''}`.trim() },
    head(finding),
    ...(summary === '' ? [] : [el('p', {}, summary)]),
    ...list(
      'evidence',
      evidence.map((item) => evidenceItem(item, spark(item.metric))),
    ),
    ...(outlook === null ? [] : [el('p', { class: 'outlook' }, el('b', {}, t('Next:')), ` ${outlook}`)]),
    ...list(
      'advice',
      advice.map((text) => el('li', {}, text)),
    ),
    ...(links.length === 0 ? [] : [el('div', { class: 'links' }, ...links)]),
  );
}

/** A card for each failure mode, what needs a person first. */
export function findingCards(findings: readonly Finding[], events: CardEvents): Node[] {
  return orderFindings(findings).map((finding) => card(finding, events));
}
