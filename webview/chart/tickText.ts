import { formatFixed, formatNumber, needsExponent } from '../../src/report/formatNumber';

/** A tick's label: as many decimals as ticks `spacing` apart need, written like every other number of the page. */
export function tickText(value: number, spacing: number): string {
  if (needsExponent(value)) return formatNumber(value, 3);
  return formatFixed(value, spacing > 0 ? Math.max(0, -Math.floor(Math.log10(spacing) + 1e-9)) : 2);
}
