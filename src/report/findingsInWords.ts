import { t } from '@vscode/l10n';
import type { FailureMode, Finding } from '../diagnosis/finding';
import { formatCount, formatStep } from './formatNumber';
import { andList } from '../run/listInWords';

/** The failure modes as a person reads them: translated when they are read, as no language is known before. */
export const MODE_LABELS: Readonly<Record<FailureMode, string>> = {
  get 'reward-hacking'() {
    return t('reward hacking');
  },
  get 'advantage-degeneracy'() {
    return t('advantage degeneracy');
  },
  get 'policy-concentration'() {
    return t('policy concentration');
  },
  get 'dynamical-instability'() {
    return t('dynamical instability');
  },
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
  const judged = formatCount(present.length + absent.length);
  const first =
    present.length > 0
      ? t('Seen: {0}', names(orderFindings(present)))
      : unknown.length === 0
        ? t('No failure mode seen')
        : t('No failure mode seen in {0} of {1}', judged, formatCount(findings.length));
  return t('{0}.', notAssessable(first, unknown));
}

function noneAssessed(findings: readonly Finding[]): string {
  const total = formatCount(findings.length);
  const reasons = new Set(findings.map(({ summary }) => summary));
  const [reason] = reasons;
  return reasons.size === 1 && reason !== ''
    ? t('Failure modes: none of the {0} could be assessed: {1}.', total, clause(reason))
    : t('Failure modes: none of the {0} could be assessed from this log.', total);
}

/** With its reason where it is one; the others' reasons stand below. */
function notAssessable(first: string, unknown: readonly Finding[]): string {
  const [only] = unknown;
  if (unknown.length === 0) return first;
  if (unknown.length > 1 || only.summary === '') return t('{0}; not assessable: {1}', first, names(unknown));
  return t('{0}; {1} not assessable: {2}', first, MODE_LABELS[only.mode], clause(only.summary));
}

/** The first sentence of a summary, to stand after a colon. */
function clause(summary: string): string {
  const sentence = /^.*?(?:\.(?= |$)|。)/.exec(summary)?.[0] ?? summary;
  return (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/[.。]$/, '');
}

function names(findings: readonly Finding[]): string {
  return andList(findings.map(nameOf));
}

function nameOf({ mode, step, verdict, isMuted }: Finding): string {
  const label = MODE_LABELS[mode];
  const name =
    verdict === 'present' && step !== null ? t('{0} from step {1}', label, formatStep(step)) : label;
  return isMuted === true ? t('{0} (muted)', name) : name;
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
  if (confidence >= 0.95) return t('very sure');
  if (confidence >= 0.8) return t('confident');
  if (confidence >= 0.6) return t('likely');
  return t('a suspicion');
}
