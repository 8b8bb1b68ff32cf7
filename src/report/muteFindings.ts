import type { FailureMode, Report } from './report';

/** The Report with these failure modes marked as muted; the same Report where none of them is in it. */
export function muteFindings(report: Report, muted: ReadonlySet<FailureMode>): Report {
  if (!report.findings.some(({ mode }) => muted.has(mode))) return report;
  const findings = report.findings.map((finding) =>
    muted.has(finding.mode) ? { ...finding, isMuted: true as const } : finding,
  );
  return { ...report, findings };
}
