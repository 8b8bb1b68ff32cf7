import { t } from '@vscode/l10n';
import type { Interval } from '../dynamics/fit';
import { formatNumber } from '../report/formatNumber';

/** A ratio and its interval; an open end is null. */
interface Ratio {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * A ratio for a person; where its interval is open only the end that is known is a number, as in the Report.
 *
 * @param ratio the ratio
 */
export function ratioText({ value, interval: [low, high] }: Ratio): string {
  if (high === null && low !== null) return t('at least {0}', formatNumber(low));
  if (low === null && high !== null) return t('at most {0}', formatNumber(high));
  return formatNumber(value, 3);
}
