import type { Interval } from '../dynamics/fit';
import { studentPoint, studentTail } from './tailProbability';

/** Chance with which a difference must be seen for "this pair would have shown it". */
export const POWER = 0.8;

/** Of false alarms, two-sided. */
export const LEVEL = 0.05;

/** A side of an interval narrower than this share of the other is no error: the estimate lies on its interval's end. */
const LOPSIDED = 0.01;

/** One measured number: standard errors downwards and upwards (infinite where its interval is open), and what they are worth. */
export interface Measured {
  readonly value: number;
  readonly below: number;
  readonly above: number;
  /** Degrees of freedom of the standard errors. */
  readonly degrees: number;
}

/** How two measured numbers differ, second less first. */
export interface Difference {
  readonly value: number;
  /** 95 %; an open end is null. */
  readonly interval: Interval;
  /** Two-sided. */
  readonly p: number;
  /** The smallest true difference that such a pair shows at the 5 % level four times in five; null where it has none. */
  readonly detectable: number | null;
}

/**
 * A number measured with a 95 % interval from Student's distribution, taken apart into one-sided standard errors. Where
 * the estimate lies on its interval's end, or past it, the search or the union of curves stopped there: that side's error
 * is not 0 but not known, and counts as open, so that nothing is claimed across it. The other side's error is no
 * substitute: it was measured the other way. An interval without width on either side is exact (a log without noise).
 *
 * @param value the estimate
 * @param interval its 95 % interval
 * @param degrees degrees of freedom the interval was made with
 * @returns the measured number
 */
export function measured(value: number, [low, high]: Interval, degrees: number): Measured {
  const nu = Math.max(1, degrees);
  const point = studentPoint(LEVEL, nu);
  const below = low === null ? Infinity : Math.max(0, value - low) / point;
  const above = high === null ? Infinity : Math.max(0, high - value) / point;
  return { value, below: unlessAtEnd(below, above), above: unlessAtEnd(above, below), degrees: nu };
}

function unlessAtEnd(side: number, other: number): number {
  const isAtEnd = Number.isFinite(other) ? side < LOPSIDED * other : side === 0;
  return isAtEnd ? Infinity : side;
}

/**
 * Difference of two independent measured numbers. Each side's variance is recovered from the intervals' ends (MOVER:
 * Zou & Donner, Statistics in Medicine 27, 2008), so that a lopsided interval counts with the side that faces the other
 * number; the sides add in squares, with Welch's and Satterthwaite's degrees of freedom. Interval and p value agree.
 *
 * @param first one number
 * @param second the other, same unit
 * @returns second less first
 */
export function differenceOf(first: Measured, second: Measured): Difference {
  const { value, down, up } = gapOf(first, second);
  const facing = value > 0 ? down : up;
  return {
    value,
    interval: [endOf(value, -1, down), endOf(value, 1, up)],
    p: pOf(value, facing),
    detectable: detectableBy(down, up),
  };
}

/** A standard error, infinite where it is not known, and its degrees of freedom. */
export interface OneSided {
  readonly error: number;
  readonly degrees: number;
}

/** Second less first, with its error towards smaller and towards larger differences. */
export interface Gap {
  readonly value: number;
  readonly down: OneSided;
  readonly up: OneSided;
}

/**
 * The gap between two independent measured numbers (MOVER, see `differenceOf`).
 *
 * @param first one number
 * @param second the other, same unit
 * @returns second less first with its one-sided errors
 */
export function gapOf(first: Measured, second: Measured): Gap {
  return {
    value: second.value - first.value,
    down: combined(first.above, second.below, first, second),
    up: combined(first.below, second.above, first, second),
  };
}

function combined(a: number, b: number, first: Measured, second: Measured): OneSided {
  const variance = a * a + b * b;
  const spent = a ** 4 / first.degrees + b ** 4 / second.degrees;
  const known = Number.isFinite(variance) && spent > 0;
  return {
    error: Math.sqrt(variance),
    degrees: known ? (variance * variance) / spent : Math.min(first.degrees, second.degrees),
  };
}

function endOf(value: number, way: 1 | -1, { error, degrees }: OneSided): number | null {
  return Number.isFinite(error) ? value + way * studentPoint(LEVEL, degrees) * error : null;
}

function pOf(value: number, { error, degrees }: OneSided): number {
  if (value === 0) return 1;
  return error === Infinity ? 1 : studentTail(value / error, degrees);
}

function detectableBy(down: OneSided, up: OneSided): number | null {
  const error = (down.error + up.error) / 2;
  if (!Number.isFinite(error)) return null;
  const degrees = Math.min(down.degrees, up.degrees);
  return (studentPoint(LEVEL, degrees) + studentPoint(2 * (1 - POWER), degrees)) * error;
}
