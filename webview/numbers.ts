import { t } from '@vscode/l10n';
import { formatFixed, formatNumber, needsExponent } from '../src/report/formatNumber';

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;

/** Bytes for a person: 512 bytes, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return t('{0} bytes', bytes);
  const power = Math.min(UNITS.length, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value.toFixed(value >= 100 ? 0 : 1)} ${UNITS[power - 1]}`;
}

/** A logged value: up to four significant digits, no zeros that the log does not vouch for. */
export function formatLogged(value: number): string {
  if (!Number.isFinite(value) || needsExponent(value)) return formatNumber(value, 4);
  const rounded = Number(value.toPrecision(4));
  return formatFixed(rounded, (String(Math.abs(rounded)).split('.')[1] ?? '').length);
}
