/** One kind of simulated noise: a level, a policy's jitter that drifts back to it, and the luck of each batch on top. */
export interface NoiseCell {
  /** Rows. */
  readonly n: number;
  /** Autocorrelation of the process from row to row. */
  readonly rho: number;
  /** Standard deviations, reward units. */
  readonly process: number;
  readonly sampling: number;
}

/** Short and long logs, short and long memory, either part the larger, and each part alone. */
export const NOISE_CELLS: readonly NoiseCell[] = [
  { n: 400, rho: 0.7, process: 0.05, sampling: 0.03 },
  { n: 400, rho: 0.8, process: 0.03, sampling: 0.03 },
  { n: 400, rho: 0.9, process: 0.02, sampling: 0.04 },
  { n: 1000, rho: 0.8, process: 0.03, sampling: 0.03 },
  { n: 1000, rho: 0.95, process: 0.03, sampling: 0.03 },
  { n: 2000, rho: 0.9, process: 0.04, sampling: 0.01 },
  { n: 2000, rho: 0.9, process: 0.02, sampling: 0.04 },
  { n: 400, rho: 0.9, process: 0.04, sampling: 0 },
  { n: 400, rho: 0, process: 0, sampling: 0.05 },
];
