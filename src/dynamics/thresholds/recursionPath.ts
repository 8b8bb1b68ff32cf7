import { checkSettings } from './heldStep';

/** What the exact recursion needs beside the stiffness. Time is optimizer steps. */
export interface RecursionSettings {
  /** β, or Adam's β₁: 0 ≤ β < 1, momentum as an average. */
  readonly beta: number;
  /** K ≥ 1: optimizer steps per rollout refresh; the force is held in between. */
  readonly refreshInterval: number;
  /** Further steps by which the rollouts' policy is behind the last refresh, ≥ 0. */
  readonly asyncLag: number;
  /** Adam: divide by 1 − β^{t+1}, so that the buffer's empty start does not slow the first steps (theory.md §5b). */
  readonly biasCorrected: boolean;
  /** η_t/η_peak at step t (0-based); constant 1 where absent. */
  readonly schedule?: ArrayLike<number>;
  /** True (default) where the rate is applied to the buffer's output (PyTorch, Adam), false where it goes into it. */
  readonly rateOutsideBuffer?: boolean;
}

/** The gap to the plateau as a share of the initial gap, and its slope in k, at steps 0…steps. */
export interface RecursionPath {
  /** x_t = (R* − R_t)/(R* − R₀); x_0 = 1. */
  readonly gap: Float64Array;
  /** ∂x_t/∂k, steps. */
  readonly slope: Float64Array;
}

/**
 * The exact recursion of theory.md §1 at stiffness k (1/step): u ← βu + (1−β)x_ref, x ← x − k η_t u, with
 * ref(t) = K⌊t/K⌋ − lag (x_0 where negative), and its derivative in k, for fits.
 * Throws a RangeError for settings outside their range.
 */
export function recursionPath(stiffness: number, settings: RecursionSettings, steps: number): RecursionPath {
  const { beta, refreshInterval: K, asyncLag } = settings;
  checkSettings(beta, K);
  const outside = settings.rateOutsideBuffer ?? true;
  const gap = new Float64Array(steps + 1).fill(1);
  const slope = new Float64Array(steps + 1);
  let buffer = 0;
  let bufferSlope = 0;
  let decay = 1;
  for (let t = 0; t < steps; t++) {
    const rate = settings.schedule === undefined ? 1 : settings.schedule[t];
    const ref = Math.max(0, t - (t % K) - asyncLag);
    const into = (1 - beta) * (outside ? 1 : rate);
    buffer = beta * buffer + into * gap[ref];
    bufferSlope = beta * bufferSlope + into * slope[ref];
    decay *= beta;
    const out = (outside ? rate : 1) / (settings.biasCorrected ? 1 - decay : 1);
    gap[t + 1] = gap[t] - stiffness * out * buffer;
    slope[t + 1] = slope[t] - out * (buffer + stiffness * bufferSlope);
  }
  return { gap, slope };
}

/** Optimizer time s_t = Σ_{i<t} η_i/η_peak at steps 0…length of the schedule (theory.md §2). */
export function optimizerTime(schedule: ArrayLike<number>): Float64Array {
  const time = new Float64Array(schedule.length + 1);
  for (let t = 0; t < schedule.length; t++) time[t + 1] = time[t] + schedule[t];
  return time;
}
