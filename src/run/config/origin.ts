import { t } from '@vscode/l10n';

/** Where a setting comes from that the log's own header holds; its key follows. */
export function headerOrigin(): string {
  return t('log header:');
}

/** Where a setting comes from that a column of the log holds. */
export function columnOrigin(key: string): string {
  return t('column {0}', key);
}

/** Where a setting comes from that is the largest value a column of the log holds. */
export function largestOrigin(key: string): string {
  return t('largest {0} in the log', key);
}
