import { formatCount, formatStep } from '../src/report/formatNumber';
import type { Evidence, Finding } from '../src/report/report';
import { el } from './dom';
import { areUnjudged, columnsNote, confidenceWord, orderFindings } from './findings';
import { formatLogged } from './numbers';
import { button } from './toolkit';
import { MODE_LABELS, MODE_MEANINGS } from './words';

const SIGNS = { present: '⚠', absent: '✓', 'not-assessable': '–' } as const;
const VERDICTS = { present: 'seen', absent: 'not seen', 'not-assessable': 'not assessable' } as const;

function head(finding: Finding): HTMLElement {
  const { mode, verdict, step, confidence } = finding;
  const sure = verdict === 'present' ? confidenceWord(confidence) : null;
  const facts = [
    VERDICTS[verdict],
    ...(verdict === 'present' && step !== null ? [`from step ${formatStep(step)}`] : []),
    ...(sure === null ? [] : [sure]),
  ];
  return el(
    'h3',
    { title: MODE_MEANINGS[mode] },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[verdict]),
    el('span', {}, MODE_LABELS[mode]),
    el('span', { class: 'facts' }, facts.join(' · ')),
  );
}

function evidenceItem({ metric, step, value, expected }: Evidence): HTMLElement {
  const at = step === null ? '' : ` at step ${formatStep(step)}`;
  const seen = value === null ? 'no value' : formatLogged(value);
  const against = expected === null ? '' : ` (expected ${expected})`;
  return el('li', {}, el('code', {}, metric), ` ${seen}${at}${against}`);
}

function list(name: string, items: readonly HTMLElement[]): Node[] {
  return items.length === 0 ? [] : [el('ul', { class: name }, ...items)];
}

function card(finding: Finding, reveal: (line: number) => void): HTMLElement {
  const { verdict, severity, summary, evidence, advice, line } = finding;
  const goTo = line === null ? [] : [button(`go to line ${formatCount(line)}`, () => reveal(line))];
  return el(
    'article',
    { class: `finding ${verdict} ${severity ?? ''}`.trim() },
    head(finding),
    ...(summary === '' ? [] : [el('p', {}, summary)]),
    ...list('evidence', evidence.map(evidenceItem)),
    ...list(
      'advice',
      advice.map((text) => el('li', {}, text)),
    ),
    ...goTo,
  );
}

/** One line for each mode: its name, what the log has or lacks, and how to log it. */
function unjudgedItem(finding: Finding): HTMLElement {
  const { mode, advice } = finding;
  const how = advice.map((text) => ` · ${text}`).join('');
  return el(
    'li',
    { title: MODE_MEANINGS[mode] },
    el('b', {}, MODE_LABELS[mode]),
    el('span', { class: 'muted' }, ` ${columnsNote(finding)}${how}`),
  );
}

/** A card for each failure mode, what needs a person first; one short list where none is judged yet. */
export function findingCards(findings: readonly Finding[], reveal: (line: number) => void): Node[] {
  if (areUnjudged(findings)) return list('plain unjudged', findings.map(unjudgedItem));
  return orderFindings(findings).map((finding) => card(finding, reveal));
}
