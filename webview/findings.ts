import type { Finding } from '../src/report/report';
import { formatCount, formatStep } from '../src/report/formatNumber';
import { MODE_LABELS } from './words';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

function rank({ verdict, severity }: Finding): number {
  if (verdict === 'present') return severity === null ? 2 : ORDER[severity];
  return verdict === 'absent' ? 3 : 4;
}

/** What needs a person first: present by severity, then what was looked at and is fine, then what could not be judged. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function names(findings: readonly Finding[]): string {
  return findings
    .map(({ mode, step, verdict }) =>
      verdict === 'present' && step !== null
        ? `${MODE_LABELS[mode]} from step ${formatStep(step)}`
        : MODE_LABELS[mode],
    )
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}

const NOT_JUDGED = /^Not judged by this version; /;

/** Whether none was judged because this version judges none, whatever the log has. */
export function areUnjudged(findings: readonly Finding[]): boolean {
  return findings.length > 0 && findings.every(({ summary }) => NOT_JUDGED.test(summary));
}

/** What the log has or lacks for a mode that is not judged yet. */
export function columnsNote({ summary }: Finding): string {
  return summary.replace(NOT_JUDGED, '');
}

/** The second sentence of the panel: which failure modes the log shows, and which it cannot tell. */
export function findingsSentence(findings: readonly Finding[]): string {
  const by = (verdict: Finding['verdict']) => findings.filter((f) => f.verdict === verdict);
  const [present, absent, unknown] = [by('present'), by('absent'), by('not-assessable')];
  const total = formatCount(findings.length);
  if (areUnjudged(findings)) return 'Failure modes: this version does not judge them yet.';
  if (unknown.length === findings.length)
    return `Failure modes: none of the ${total} could be assessed from this log.`;
  const judged = present.length + absent.length;
  const first =
    present.length > 0
      ? `Seen: ${names(orderFindings(present))}`
      : `No failure mode seen${unknown.length > 0 ? ` in ${formatCount(judged)} of ${total}` : ''}`;
  return unknown.length > 0 ? `${first}; not assessable: ${names(unknown)}.` : `${first}.`;
}

/** The probability that a verdict is right, as a word. */
export function confidenceWord(confidence: number | null): string | null {
  if (confidence === null) return null;
  if (confidence >= 0.95) return 'very sure';
  if (confidence >= 0.8) return 'confident';
  if (confidence >= 0.6) return 'likely';
  return 'a suspicion';
}

/** Steps at which something was found, ascending. */
export function findingSteps(findings: readonly Finding[]): number[] {
  return findings
    .flatMap(({ verdict, step }) => (verdict === 'present' && step !== null ? [step] : []))
    .toSorted((a, b) => a - b);
}
