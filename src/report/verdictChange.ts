import { t } from '@vscode/l10n';
import { MODE_LABELS } from './findingsInWords';
import { formatStep } from './formatNumber';
import { clauseList } from '../run/listInWords';
import type { Report } from './report';
import { stateInWords } from './sentences';

/**
 * What a new reading of a run says otherwise than the one before, in one line: another state, a failure mode that is seen
 * now or no longer.
 *
 * @param before the earlier Report
 * @param after the later one
 * @returns null where the verdicts are the same
 */
export function verdictChange(before: Report, after: Report): string | null {
  const [was, is] = [before, after].map(({ interpretation }) => interpretation.state);
  const changes = [
    ...(was === is ? [] : [t('{0}, was {1}', stateInWords(is), stateInWords(was))]),
    ...after.findings.flatMap(({ mode, verdict, step }) => {
      const isSeen = verdict === 'present';
      const wasSeen = before.findings.some((one) => one.mode === mode && one.verdict === 'present');
      if (isSeen === wasSeen) return [];
      const label = MODE_LABELS[mode];
      if (!isSeen) return [t('{0} no longer seen', label)];
      return [step === null ? t('{0} seen', label) : t('{0} seen from step {1}', label, formatStep(step))];
    }),
  ];
  return changes.length === 0 ? null : clauseList(changes);
}
