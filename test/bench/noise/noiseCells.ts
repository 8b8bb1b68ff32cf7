/** One kind of simulated noise: a level or a learning curve, a policy's jitter that drifts back to it, and the luck of each batch on top. */
export interface NoiseCell {
  /** Rows. */
  readonly n: number;
  /** Autocorrelation of the process from row to row. */
  readonly rho: number;
  /** Standard deviations, reward units. */
  readonly process: number;
  readonly sampling: number;
  /** Rows in which an exponential of height 0.5 closes its gap by e; null for a level, which the mean fits. */
  readonly tau: number | null;
}

/** Short and long logs, short and long memory, either part the larger, and each part alone; around a level, and around a curve. */
export const NOISE_CELLS: readonly NoiseCell[] = [
  { n: 400, rho: 0.7, process: 0.05, sampling: 0.03, tau: null },
  { n: 400, rho: 0.8, process: 0.03, sampling: 0.03, tau: null },
  { n: 400, rho: 0.9, process: 0.02, sampling: 0.04, tau: null },
  { n: 1000, rho: 0.8, process: 0.03, sampling: 0.03, tau: null },
  { n: 1000, rho: 0.95, process: 0.03, sampling: 0.03, tau: null },
  { n: 2000, rho: 0.9, process: 0.04, sampling: 0.01, tau: null },
  { n: 2000, rho: 0.9, process: 0.02, sampling: 0.04, tau: null },
  { n: 400, rho: 0.9, process: 0.04, sampling: 0, tau: null },
  { n: 400, rho: 0, process: 0, sampling: 0.05, tau: null },
  { n: 400, rho: 0.7, process: 0.05, sampling: 0.03, tau: 50 },
  { n: 400, rho: 0.9, process: 0.02, sampling: 0.04, tau: 50 },
  { n: 1000, rho: 0.8, process: 0.03, sampling: 0.03, tau: 120 },
  { n: 1000, rho: 0.95, process: 0.03, sampling: 0.03, tau: 300 },
  { n: 2000, rho: 0.9, process: 0.02, sampling: 0.04, tau: 250 },
  { n: 400, rho: 0, process: 0, sampling: 0.05, tau: 50 },
];
