import type { FailureMode, Finding } from '../diagnosis/finding';
import { formatCount, formatStep } from './formatNumber';

/** The failure modes as a person reads them. */
export const MODE_LABELS: Readonly<Record<FailureMode, string>> = {
  'reward-hacking': 'reward hacking',
  'advantage-degeneracy': 'advantage degeneracy',
  'policy-concentration': 'policy concentration',
  'dynamical-instability': 'dynamical instability',
};

const ORDER = { error: 0, warning: 1, info: 2 } as const;

function rank({ verdict, severity, consequenceOf, isMuted }: Finding): number {
  if (verdict === 'present' && isMuted === true) return 2.5;
  if (verdict === 'present') return severity === null ? 2 : ORDER[severity];
  if (consequenceOf !== null) return 3;
  return verdict === 'absent' ? 4 : 5;
}

/** What needs a person first: present by severity, then what they brought with them, then what was looked at and is fine, then what could not be judged. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The second sentence of panel and terminal: which failure modes the log shows, and which it cannot tell. */
export function findingsSentence(findings: readonly Finding[]): string {
  const by = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict);
  const [present, absent, unknown] = [by('present'), by('absent'), by('not-assessable')];
  if (unknown.length === findings.length) return noneAssessed(findings);
  const judged = present.length + absent.length;
  const first =
    present.length > 0
      ? `Seen: ${names(orderFindings(present))}`
      : `No failure mode seen${unknown.length > 0 ? ` in ${formatCount(judged)} of ${formatCount(findings.length)}` : ''}`;
  return `${first}${notAssessable(unknown)}.`;
}

function noneAssessed(findings: readonly Finding[]): string {
  const total = formatCount(findings.length);
  const reasons = new Set(findings.map(({ summary }) => summary));
  const [reason] = reasons;
  const why = reasons.size === 1 && reason !== '' ? `: ${clause(reason)}` : ' from this log';
  return `Failure modes: none of the ${total} could be assessed${why}.`;
}

/** With its reason where it is one; the others' reasons stand below. */
function notAssessable(unknown: readonly Finding[]): string {
  const [only] = unknown;
  if (unknown.length === 0) return '';
  if (unknown.length > 1 || only.summary === '') return `; not assessable: ${names(unknown)}`;
  return `; ${MODE_LABELS[only.mode]} not assessable: ${clause(only.summary)}`;
}

/** The first sentence of a summary, to stand after a colon. */
function clause(summary: string): string {
  const sentence = /^.*?\.(?= |$)/.exec(summary)?.[0] ?? summary;
  return (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '');
}

function names(findings: readonly Finding[]): string {
  return findings
    .map(nameOf)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}

function nameOf({ mode, step, verdict, isMuted }: Finding): string {
  const from = verdict === 'present' && step !== null ? ` from step ${formatStep(step)}` : '';
  return `${MODE_LABELS[mode]}${from}${isMuted === true ? ' (muted)' : ''}`;
}

/** The mark of a finding: ⚠ seen, ↳ seen but brought by another, ✓ looked at and not seen, – not assessable. */
export function signOf({ verdict, consequenceOf }: Finding): string {
  return consequenceOf !== null ? '↳' : SIGNS[verdict];
}

const SIGNS: Readonly<Record<Finding['verdict'], string>> = {
  present: '⚠',
  absent: '✓',
  'not-assessable': '–',
};

/** The probability that a verdict is right, as a word. */
export function confidenceWord(confidence: number | null): string | null {
  if (confidence === null) return null;
  if (confidence >= 0.95) return 'very sure';
  if (confidence >= 0.8) return 'confident';
  if (confidence >= 0.6) return 'likely';
  return 'a suspicion';
}
