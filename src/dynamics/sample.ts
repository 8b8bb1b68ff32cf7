import { averagedNote, leftOutNote, sortedNote } from './fitNotes';
import type { Window } from './curves/curve';
import { timesOf, type Times } from './times';

/** One segment of a reward, ready to be fitted. */
export interface Sample {
  readonly times: Times;
  /** Absolute step of the first point, logged unit; 0 where there is none. */
  readonly first: number;
  /** Rewards, centred on their mean and divided by `scale`, so that no square over- or underflows. */
  readonly y: Float64Array;
  readonly mean: number;
  /** Largest distance from the mean, reward units; 1 for a constant reward. */
  readonly scale: number;
  readonly window: Window;
  /** Whether all strides are equal. */
  readonly uniform: boolean;
  /** What had to be left out or merged, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Prepare steps and rewards for fitting: pairs that are not finite are left out, steps put in ascending order,
 * rewards of equal steps averaged (each said in a note), time counted from the first step, rewards scaled.
 *
 * @param t steps, logged unit
 * @param y rewards, reward units; as many as steps
 * @returns the sample; empty where nothing finite was given
 */
export function prepareSample(t: Float64Array, y: Float64Array): Sample {
  const notes: string[] = [];
  const tidy = merged(ascending(finite(t, y, notes), notes), notes);
  const since = tidy.t.map((step) => step - tidy.t[0]);
  const strides = since.subarray(1).map((step, i) => step - since[i]);
  const uniform = strides.every((value) => Math.abs(value - strides[0]) <= 1e-9 * strides[0]);
  return {
    times: timesOf(since),
    first: since.length > 0 ? tidy.t[0] : 0,
    ...scaled(tidy.y),
    window: {
      span: since.length > 0 ? since[since.length - 1] : 0,
      stride: uniform && strides.length > 0 ? strides[0] : median(strides),
    },
    uniform,
    notes,
  };
}

function scaled(y: Float64Array): Pick<Sample, 'y' | 'mean' | 'scale'> {
  const constant = y.every((value) => value === y[0]);
  if (constant) return { y: new Float64Array(y.length), mean: y.length > 0 ? y[0] : 0, scale: 1 };
  const mean = meanOf(y);
  const centred = y.map((value) => value - mean);
  const scale = centred.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < centred.length; i++) centred[i] /= scale;
  return { y: centred, mean, scale };
}

/** Larger numbers have no square. */
const LARGEST = 1e150;

interface Pairs {
  readonly t: Float64Array;
  readonly y: Float64Array;
}

function finite(t: Float64Array, y: Float64Array, notes: string[]): Pairs {
  const length = Math.min(t.length, y.length);
  const usable = (i: number): boolean => Math.abs(t[i]) <= LARGEST && Math.abs(y[i]) <= LARGEST;
  const pairs = { t: t.subarray(0, length), y: y.subarray(0, length) };
  if (t.length === y.length && t.every((_, i) => usable(i))) return pairs;
  const keep = Array.from(pairs.t.keys()).filter(usable);
  const left = Math.max(t.length, y.length) - keep.length;
  notes.push(leftOutNote(left, LARGEST));
  return pick(pairs, keep);
}

function ascending(pairs: Pairs, notes: string[]): Pairs {
  if (pairs.t.every((value, i) => i === 0 || value >= pairs.t[i - 1])) return pairs;
  notes.push(sortedNote());
  return pick(
    pairs,
    Array.from(pairs.t.keys()).sort((a, b) => pairs.t[a] - pairs.t[b]),
  );
}

function merged(pairs: Pairs, notes: string[]): Pairs {
  const { t, y } = pairs;
  if (t.every((value, i) => i === 0 || value !== t[i - 1])) return pairs;
  const first = Array.from(t.keys()).filter((i) => i === 0 || t[i] !== t[i - 1]);
  notes.push(averagedNote(t.length - first.length));
  const averages = first.map((from, k) => meanOf(y.subarray(from, first[k + 1])));
  return { t: pick(pairs, first).t, y: Float64Array.from(averages) };
}

function pick({ t, y }: Pairs, rows: readonly number[]): Pairs {
  return { t: Float64Array.from(rows, (i) => t[i]), y: Float64Array.from(rows, (i) => y[i]) };
}

/** Mean that neither overflows for huge values nor loses the digits of a constant. */
function meanOf(y: Float64Array): number {
  let mean = 0;
  for (let i = 0; i < y.length; i++) mean += y[i] / y.length;
  let correction = 0;
  for (let i = 0; i < y.length; i++) correction += (y[i] - mean) / y.length;
  return mean + correction;
}

/** Median; 1 for nothing, as a log of one row has no stride. */
function median(values: Float64Array): number {
  if (values.length === 0) return 1;
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
