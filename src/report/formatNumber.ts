import { t } from '@vscode/l10n';
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e7;
const MAX_DECIMALS = 12;

/**
 * The power of ten of the leading digit after rounding to `digits` significant digits (0.0996 to two digits
 * is 0.10, so −1, not −2). Zero has exponent 0.
 */
export function leadingExponent(value: number, digits: number): number {
  const rounded = Math.abs(Number(value.toPrecision(digits)));
  return rounded === 0 ? 0 : Math.floor(Math.log10(rounded) + 1e-12);
}

/** True where a plain decimal would be all zeros or all digits: such numbers are written with an exponent. */
export function needsExponent(value: number): boolean {
  const size = Math.abs(value);
  return size !== 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN);
}

/** Fixed decimals (negative ones round to tens, hundreds …), thousands separated, a true minus sign. */
export function formatFixed(value: number, decimals: number): string {
  const shown = Math.min(Math.max(decimals, 0), MAX_DECIMALS);
  const unit = decimals < 0 ? 10 ** -decimals : 1;
  const rounded = Math.round(value / unit) * unit;
  const text = Math.abs(decimals < 0 ? rounded : value).toFixed(shown);
  const grouped = text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  const sign = value < 0 && /[1-9]/.test(text) ? '−' : '';
  return `${sign}${grouped}`;
}

/** A number to so many significant digits: `0.78`, `1,200`, `3.2e-5`; `not known` where it is not finite. */
export function formatNumber(value: number | null, digits = 2): string {
  if (value === null || !Number.isFinite(value)) return t('not known');
  if (value === 0) return '0';
  if (needsExponent(value)) return tidyExponent(value.toExponential(digits - 1));
  return formatFixed(value, digits - 1 - leadingExponent(value, digits));
}

/** A number with as many decimals as half of `resolution` has in its first two digits: 0.78 for a rise of 0.5. */
export function formatTo(value: number | null, resolution: number): string {
  if (value === null || !Number.isFinite(value)) return t('not known');
  if (!(resolution > 0) || !Number.isFinite(resolution)) return formatNumber(value);
  if (needsExponent(resolution) || Math.abs(value) >= LARGEST_PLAIN) return formatNumber(value);
  return formatFixed(value, 1 - leadingExponent(resolution / 2, 2));
}

/** A whole number with its thousands separated: `1,240`. */
export function formatCount(count: number): string {
  return formatFixed(count, 0);
}

/** A step as logged: whole where it is whole, else four digits. */
export function formatStep(step: number): string {
  return Number.isInteger(step) ? formatFixed(step, 0) : formatNumber(step, 4);
}

/** A rough number of steps: whole, and two significant digits from ten on: `9 steps`, `260 steps`. */
export function roughSteps(count: number): string {
  const text = count < 10 ? formatFixed(Math.round(count), 0) : formatNumber(count);
  return text === '1' ? t('{0} step', text) : t('{0} steps', text);
}

function tidyExponent(text: string): string {
  return text.replace('e+', 'e').replace(/^-/, '−');
}
