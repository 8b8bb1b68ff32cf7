/** What every threshold depends on: momentum (Adam's β₁) and the optimizer steps between rollout refreshes. */
export interface RefreshSettings {
  /** β, 0 ≤ β < 1; momentum as an average. */
  readonly beta: number;
  /** K, a whole number ≥ 1: optimizer steps per rollout refresh. */
  readonly refreshInterval: number;
}

/** Sums over one refresh period that all formulas of theory.md §3 are made of. */
export interface HeldSums {
  /** b = β^K: what is left of the velocity after a period without force. */
  readonly b: number;
  /** 1 − b without cancellation. */
  readonly oneMinusB: number;
  /** s = Σ_{j=1..K} β^j: how far a unit of velocity carries in a period. */
  readonly s: number;
  /** K − s = Σ (1−β^j): how far a unit of held force carries in a period, per (1−β). */
  readonly kMinusS: number;
}

/** Beyond this many memory lengths of the momentum in one period the closed forms lose no digits; below, sums are used. */
const CLOSED_FORM_FROM = 4;

/** The sums for β and K. Throws a RangeError for a β outside [0, 1) or a K that is no whole number ≥ 1. */
export function heldSums({ beta, refreshInterval: K }: RefreshSettings): HeldSums {
  checkSettings(beta, K);
  const oneMinusB = oneMinusPower(beta, K);
  const s = (beta * oneMinusB) / (1 - beta);
  return { b: 1 - oneMinusB, oneMinusB, s, kMinusS: isLong(beta, K) ? K - s : sumOneMinusPowers(beta, K) };
}

/** 1 − β^n, exact to rounding also for β near 1. */
export function oneMinusPower(beta: number, n: number): number {
  return beta === 0 ? (n === 0 ? 0 : 1) : -Math.expm1(n * Math.log(beta));
}

/** Whether a period of K steps is long against the momentum's memory 1/(1−β). */
export function isLong(beta: number, K: number): boolean {
  return K * (1 - beta) > CLOSED_FORM_FROM;
}

/** Throws a RangeError where β or K is outside what the formulas hold for. */
export function checkSettings(beta: number, K: number): void {
  if (!(beta >= 0 && beta < 1)) throw new RangeError(`momentum must be in [0, 1), not ${beta}`);
  if (!(Number.isInteger(K) && K >= 1))
    throw new RangeError(`the refresh interval must be a whole number of steps ≥ 1, not ${K}`);
}

function sumOneMinusPowers(beta: number, K: number): number {
  let sum = 0;
  for (let j = 1; j <= K; j++) sum += oneMinusPower(beta, j);
  return sum;
}
