import { t } from '@vscode/l10n';
import { MODE_LABELS } from '../../src/report/findingsInWords';
import { formatStep } from '../../src/report/formatNumber';
import type { Finding } from '../../src/report/report';
import type { Range } from './range';

/** A failure as a marked range: from where it was first seen to the last row. */
export interface DrawnFinding {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly label: string;
  /** The log's own keys of the columns it was seen in. */
  readonly metrics: readonly string[];
}

/** What was seen, as ranges, the earliest first. `last` is the last logged step. */
export function drawnFindings(findings: readonly Finding[], last: number): DrawnFinding[] {
  return findings
    .flatMap(({ verdict, step, severity, mode, evidence }) =>
      verdict !== 'present' || step === null
        ? []
        : [
            {
              from: step,
              to: Math.max(last, step),
              severity: severity ?? 'info',
              label: t('{0} from {1}', MODE_LABELS[mode], formatStep(step)),
              metrics: [...new Set(evidence.map(({ metric }) => metric))],
            },
          ],
    )
    .sort((a, b) => a.from - b.from);
}

/** The steps to look at for a failure that starts at `step`: it, and as much before it as after it, at most half the run. */
export function windowOf(step: number, [first, last]: Range): Range {
  const after = Math.max(last - step, (last - first) * 0.1);
  const before = Math.min(step - first, after, (last - first) / 2);
  return [step - Math.max(before, (last - first) * 0.05), Math.min(last, step + after)];
}
