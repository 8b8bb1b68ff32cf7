import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis/analysis';
import { LogError } from '../logs/logError';
import type { Report } from '../report/report';
import type { NonEmpty } from './nonEmpty';
import { isNonEmpty } from './nonEmpty';

/** The Reports of a log's runs; at least one, or a `LogError`. */
export function reportsOf(path: string, analyses: readonly Analysis[]): NonEmpty<Report> {
  const reports = analyses.map((one) => one.report);
  if (isNonEmpty(reports)) return reports;
  const reason = t('no run with a reward in it');
  throw new LogError({
    kind: 'no-reward',
    path,
    reason,
    remedy: t('check that the log has a reward column'),
  });
}
