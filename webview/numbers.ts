import { formatCount, formatFixed, formatNumber, needsExponent } from '../src/report/formatNumber';

/** "1 step", "2,400 steps". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes for a person: 512 bytes, 3.4 MB. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const digits = power === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[power] ?? 'bytes'}`;
}

/** A logged value: up to four significant digits, no zeros that the log does not vouch for. */
export function formatLogged(value: number): string {
  if (!Number.isFinite(value) || needsExponent(value)) return formatNumber(value, 4);
  const rounded = Number(value.toPrecision(4));
  return formatFixed(rounded, (String(Math.abs(rounded)).split('.')[1] ?? '').length);
}
