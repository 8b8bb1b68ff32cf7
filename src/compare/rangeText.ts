import { t } from '@vscode/l10n';
import type { Interval } from '../dynamics/fit';
import { formatNumber } from '../report/formatNumber';

/**
 * The ends of an interval for a person: "0.1 to 0.3", "0.1 to open".
 *
 * @param interval an open end is null
 */
export function rangeText([low, high]: Interval): string {
  return t('{0} to {1}', endText(low), endText(high));
}

function endText(end: number | null): string {
  return end === null ? t('open') : formatNumber(end);
}
