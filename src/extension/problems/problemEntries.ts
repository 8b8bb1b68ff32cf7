import { t } from '@vscode/l10n';
import { MODE_LABELS } from '../../report/findingsInWords';
import { evidenceText } from '../../report/evidenceText';
import { plainText } from '../../report/plainText';
import type { Evidence, FailureMode, Finding, Report } from '../../report/report';

/** One entry of the Problems view, before VS Code's own types. */
export interface ProblemEntry {
  readonly mode: FailureMode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** 0-based line and character where the failure starts; the file's beginning where the log has no lines. */
  readonly line: number;
  readonly character: number;
  /** Where VS Code's cursor goes in the panel; null where the finding names no step. */
  readonly step: number | null;
  /** The run inside the file; null where it holds one. */
  readonly run: string | null;
  readonly isMuted: boolean;
  readonly finding: Finding;
}

/**
 * The present findings of a file's runs as entries of the Problems view. A muted one stays listed, as information and
 * named as muted, so that nobody forgets it.
 */
export function problemEntries(
  reports: readonly Report[],
  muted: ReadonlySet<FailureMode>,
): readonly ProblemEntry[] {
  return reports.flatMap((report) =>
    report.findings
      .filter(({ verdict }) => verdict === 'present')
      .map((finding) => entryOf(finding, report, reports.length > 1, muted.has(finding.mode))),
  );
}

function entryOf(finding: Finding, report: Report, isOneOfMany: boolean, isMuted: boolean): ProblemEntry {
  const { mode, severity, line, column, step } = finding;
  const { run } = report.source;
  const what = t('{0}: {1}', MODE_LABELS[mode], plainText(finding.summary, 600));
  const text = isOneOfMany && run !== null ? t('{0}: {1}', plainText(run, 80), what) : what;
  return {
    mode,
    severity: isMuted ? 'info' : (severity ?? 'info'),
    message: isMuted ? t('(muted) {0}', text) : text,
    line: Math.max(0, (line ?? 1) - 1),
    character: Math.max(0, (column ?? 1) - 1),
    step,
    run,
    isMuted,
    finding,
  };
}

/** One number of the evidence in a sentence: `frac_reward_zero_std 0.61 at step 310 (expected 0.22)`. */
export function evidenceInWords({ metric, step, value, expected }: Evidence): string {
  const seen = value === null ? t('no value') : String(Number(value.toPrecision(3)));
  const said = evidenceText(seen, step === null ? null : String(step), expected && plainText(expected));
  return `${plainText(metric)} ${said}`;
}

/** What a finding says of one metric, by the log's own key. */
export function evidenceOn({ finding }: ProblemEntry, metric: string): readonly Evidence[] {
  return finding.evidence.filter((item) => item.metric === metric);
}

/** The worst severity among present findings that are not muted; null where nothing was seen. */
export function worstSeverity(entries: readonly ProblemEntry[]): ProblemEntry['severity'] | null {
  const loud = entries.filter(({ isMuted }) => !isMuted);
  return (
    (['error', 'warning', 'info'] as const).find((level) => loud.some((e) => e.severity === level)) ?? null
  );
}
