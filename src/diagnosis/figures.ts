import { t } from '@vscode/l10n';
/** A number in a sentence: three significant digits, no exponent where a person would not write one. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return t('not a number');
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6))
    return value.toExponential(1).replace('-', '−').replace('e−', 'e-').replace('e+', 'e');
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 2 : 3;
  return value.toFixed(digits).replace('-', '−');
}

/** A share of 1 as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A step or a count with thousands separated. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
