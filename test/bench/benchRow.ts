/** A comparison that this computer does not allow, and why. */
export interface BenchSkip {
  readonly name: string;
  readonly skipped: string;
}

/** One comparison of `npm run bench`: both sides measured in the same run, the ratio is what counts. */
export interface BenchRow {
  readonly name: string;
  /** Median of ours and of the other side, in `unit`. */
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  /** What the ratio must not exceed, and what we aim for; null where only reported. */
  readonly must: number | null;
  readonly aim: number | null;
  /** ours / theirs, or theirs / ours where `higherIsBetter`. */
  readonly ratio: number;
  readonly note?: string;
}
