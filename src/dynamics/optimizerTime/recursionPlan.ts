import { shareAt, type RateSchedule } from './rateSchedule';

/** How a segment's rows, refreshes and learning rate lie in optimizer steps. */
export interface SegmentSettings {
  /** β, or Adam's β₁: 0 ≤ β < 1, momentum as an average. */
  readonly beta: number;
  /** K ≥ 1: optimizer steps per rollout refresh; the first row counts as a refresh. */
  readonly refreshInterval: number;
  /** Further optimizer steps by which the rollouts' policy is behind the last refresh. */
  readonly asyncLag: number;
  /** Adam: the empty start of the buffer is corrected for. */
  readonly biasCorrected: boolean;
  /** False where the run began before the segment: the buffer then starts full instead of empty. */
  readonly fresh: boolean;
  /** Optimizer steps in one logged step. */
  readonly perStep: number;
  readonly rates: RateSchedule;
  /** Absolute logged step of the segment's first row. */
  readonly first: number;
}

/**
 * The exact recursion of theory.md §1 cut into stretches of constant force. Over a stretch of steps that begin at the
 * buffer u, with the force held at the gap h, x ← x − k(p u + q h) and u ← d u + (1 − d) h, whatever k is: what depends
 * on the settings alone is summed once, step by step, and a path costs a few operations per stretch.
 */
export interface RecursionPlan {
  /** Optimizer steps at which a stretch ends or begins, ascending from 0. */
  readonly marks: Int32Array;
  /** By stretch: the mark at whose gap the force is held. */
  readonly refs: Int32Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly d: Float64Array;
  /** Longest way back, in marks, from a stretch to the gap that drives it. */
  readonly memory: number;
  /** Whether the buffer starts at the first gap instead of 0. */
  readonly full: boolean;
}

/**
 * The plan for a segment.
 *
 * @param t logged steps since the segment's first row, ascending, at which the path will be read
 * @param settings the segment's settings
 * @returns the plan up to the last of them
 */
export function recursionPlan(t: Float64Array, settings: SegmentSettings): RecursionPlan {
  const { refreshInterval: K, asyncLag, fresh } = settings;
  const places = placesOf(t, settings);
  const marks = Int32Array.from(places.keys()).filter((step) => places[step] === 1);
  const indexOf = new Int32Array(places.length);
  marks.forEach((step, i) => (indexOf[step] = i));
  const refs = marks.subarray(0, -1).map((step) => indexOf[Math.max(0, step - (step % K) - asyncLag)]);
  const memory = refs.reduce((most, ref, i) => Math.max(most, i - ref), 0);
  return { marks, refs, ...stretches(marks, settings), memory, full: !fresh };
}

/** 1 at each optimizer step that must be a mark: rows (both neighbours of a fraction), refreshes, and what they look at. */
function placesOf(t: Float64Array, { perStep, refreshInterval: K, asyncLag }: SegmentSettings): Uint8Array {
  const end = Math.max(1, Math.ceil(t[t.length - 1] * perStep));
  const places = new Uint8Array(end + 1);
  places[end] = 1;
  for (let step = 0; step <= end; step += K) places[step] = places[Math.max(0, step - asyncLag)] = 1;
  for (const row of t) places[Math.floor(row * perStep)] = places[Math.ceil(row * perStep)] = 1;
  return places;
}

function stretches(
  marks: Int32Array,
  { beta, biasCorrected, fresh, rates, first, perStep }: SegmentSettings,
): Pick<RecursionPlan, 'p' | 'q' | 'd'> {
  const count = marks.length - 1;
  const [p, q, d] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const constant = rates.steps.length === 1 ? shareAt(rates, first) : null;
  let correction = 1;
  for (let i = 0; i < count; i++) {
    let left = 1;
    for (let step = marks[i]; step < marks[i + 1]; step++) {
      left *= beta;
      correction *= beta;
      const rate = constant ?? shareAt(rates, first + step / perStep);
      const out = biasCorrected && fresh ? rate / (1 - correction) : rate;
      p[i] += out * left;
      q[i] += out * (1 - left);
    }
    d[i] = left;
  }
  return { p, q, d };
}
