import { t } from '@vscode/l10n';
import { formatFixed, formatNumber, formatTo, leadingExponent, needsExponent } from './formatNumber';
import type { Interval } from '../dynamics/fit';
import type { Quantity } from './report';
import { unitInWords } from './unitInWords';

/** How a quantity is written where space or context differ. */
export interface QuantityStyle {
  /** Leaves out "(no interval yet)": for one-line summaries. */
  readonly terse?: boolean;
  /** Leaves out "about": where the sentence says it. */
  readonly bare?: boolean;
  /** The spread of the data around the value, in its unit: without an interval it decides the digits. */
  readonly resolution?: number;
}

/** Units that a number does not carry: the reward's own unit and a pure ratio. */
const SILENT_UNITS: ReadonlySet<string> = new Set(['', 'reward']);

/** "± " stands for half the interval where its sides differ by less than this share. */
const SYMMETRY = 0.1;

/**
 * A fitted number for a person (panel.md): `0.78 ± 0.02`, `0.78 [0.71, 0.93]` where the interval is lopsided,
 * `at least 0.71` where it is open, `about 0.78 (no interval yet)` where there is none, each with its unit;
 * fractions are written as percent. Two significant digits in the uncertainty.
 */
export function formatQuantity(quantity: Quantity | null, style: QuantityStyle = {}): string {
  if (quantity === null || !Number.isFinite(quantity.value)) return t('not known');
  const { value, low, high, unit, isHalf } = inShownUnit(quantity);
  if (quantity.interval === null) return withoutInterval(value, unit, style);
  const about = (): string => aboutIt(`${formatNumber(value)}${unit}`, style);
  if (low === null)
    return high === null
      ? t('{0} (interval open on both sides)', about())
      : t('at most {0}', `${isHalf ? formatNumber(high) : bound(value, high)}${unit}`);
  if (high === null) {
    const least = isHalf ? formatNumber(low) : bound(value, low);
    // "At least 0" of what cannot be negative says nothing.
    return Number(least) === 0 && value >= 0
      ? t('{0} (not bounded)', about())
      : t('at least {0}', `${least}${unit}`);
  }
  return closed(value, low, high, unit);
}

interface Shown {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** True where one end is the value itself: the other is as good as the end of any closed interval. */
  readonly isHalf: boolean;
  /** With its leading space, ready to be appended. */
  readonly unit: string;
}

function inShownUnit({ value, interval, unit }: Quantity): Shown {
  const scale = unit === 'fraction' ? 100 : 1;
  const given = interval ?? [null, null];
  const [least, most] = ownEnds(value, given);
  const scaled = (end: number | null): number | null =>
    end === null || !Number.isFinite(end) ? null : end * scale;
  return {
    value: value * scale,
    low: scaled(least),
    high: scaled(most),
    isHalf: least !== given[0] || most !== given[1],
    unit: unit === 'fraction' ? ' %' : SILENT_UNITS.has(unit) ? '' : ` ${unitInWords(unit)}`,
  };
}

/**
 * The ends that bound the value. The best value always belongs to its interval: where the noise makes other values likelier,
 * the interval reaches only just to it, and on that side nothing beyond it was excluded.
 *
 * @param value the best value
 * @param interval its interval
 * @returns the interval, open (null) where its end is the value itself
 */
export function ownEnds(value: number, [low, high]: Interval): Interval {
  if (low === null || high === null || low === high) return [low, high];
  return [isAt(value, low) ? null : low, isAt(value, high) ? null : high];
}

function isAt(value: number, end: number): boolean {
  return Math.abs(value - end) <= 1e-9 * Math.abs(value);
}

function withoutInterval(value: number, unit: string, style: QuantityStyle): string {
  const { resolution, terse = false } = style;
  const about = aboutIt(`${formatTo(value, resolution ?? 0)}${unit}`, style);
  return terse ? about : t('{0} (no interval yet)', about);
}

function aboutIt(number: string, { bare = false }: QuantityStyle): string {
  return bare ? number : t('about {0}', number);
}

function closed(value: number, low: number, high: number, unit: string): string {
  const half = (high - low) / 2;
  if (!(half > Math.abs(value) * 1e-12)) return `${exact(value)}${unit}`;
  const above = high - value;
  const below = value - low;
  const even = above > 0 && below > 0 && Math.abs(above - below) <= SYMMETRY * Math.max(above, below);
  if (!even) {
    const digits = (number: number): string => withDigitsOf(half, number);
    return `${digits(value)} [${digits(low)}, ${digits(high)}]${unit}`;
  }
  if (needsExponent(value)) return scientific(value, half, unit);
  // An uncertainty far below the number itself: written out, it is digits nobody reads.
  if (needsExponent(half)) return `${formatFixed(value, 4)} ± ${t('under 0.0001')}${unit}`;
  return `${withDigitsOf(half, value)} ± ${withDigitsOf(half, half)}${unit}`;
}

/** Exact, or read off whole steps: no digits behind a whole number. */
function exact(value: number): string {
  return Number.isInteger(value) && !needsExponent(value) ? formatFixed(value, 0) : formatNumber(value, 4);
}

/** Value and uncertainty over one power of ten: `(3.21 ± 0.43)e-5`. */
function scientific(value: number, half: number, unit: string): string {
  const exponent = leadingExponent(Math.max(Math.abs(value), half), 2);
  const scale = 10 ** exponent;
  const decimals = Math.max(0, 1 - leadingExponent(half / scale, 2));
  return `(${formatFixed(value / scale, decimals)} ± ${formatFixed(half / scale, decimals)})e${exponent}${unit}`;
}

/** One end of an open interval: one significant digit of its distance from the value is all it can claim. */
function bound(value: number, end: number): string {
  return withDigitsOf(Math.abs(value - end), end, 1);
}

/** The number with decimals enough to show so many significant digits of the uncertainty. */
function withDigitsOf(uncertainty: number, number: number, digits = 2): string {
  if (!(uncertainty > 0) || needsExponent(number) || needsExponent(uncertainty))
    return formatNumber(number, needsExponent(uncertainty) ? 4 : 2);
  return formatFixed(number, digits - 1 - leadingExponent(uncertainty, digits));
}
