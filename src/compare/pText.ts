import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';

/**
 * A p value for a person.
 *
 * @param p 0 … 1
 * @returns two digits, `under 0.001` below that
 */
export function pText(p: number): string {
  return p < 0.001 ? t('under 0.001') : formatNumber(p);
}
