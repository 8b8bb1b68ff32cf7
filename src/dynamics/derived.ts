import type { Estimate } from './estimate';

/**
 * What a fitted curve says beyond its constants, in reward units and logged steps. A quantity that the curve does not
 * have (the slow start of an exponential) is absent.
 */
export interface Derived {
  /** The curve at the last step of the segment. */
  readonly now: Estimate;
  /** Share of the way from R₀ to the plateau that the curve has covered at the last step, 1 − φ. */
  readonly progress: Estimate;
  /** Plateau minus `now`. */
  readonly remainingGain: Estimate;
  /** Time in which the gap to the plateau falls by e: the slowest mode, or the envelope of a ringing. */
  readonly timescale?: Estimate;
  /** First time at which 95 % of the rise is covered. */
  readonly riseTime95?: Estimate;
  /** Time of fastest improvement: the length of the slow start. */
  readonly slowStart?: Estimate;
  /** First swing past the plateau, as a share of the rise. */
  readonly overshoot?: Estimate;
  /** k/γ = ω₀/(2ζ), 1/step: the pull to the plateau per unit of damping (theory.md §1). */
  readonly stiffness?: Estimate;
  /** m/γ = 1/(2ζω₀), steps: an upper bound on the memory of the momentum (theory.md §1). */
  readonly inertia?: Estimate;
  /** Damping ratio ζ. */
  readonly damping?: Estimate;
  /** Time of one full swing, 2π/ω_d; only where ζ < 1. */
  readonly period?: Estimate;
}

/** The part of `Derived` that follows from the shape constants alone. */
export type ShapeQuantity = Exclude<keyof Derived, 'now' | 'progress' | 'remainingGain'>;
