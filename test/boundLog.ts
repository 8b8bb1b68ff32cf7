import { recursionPath } from '../src/dynamics/thresholds/recursionPath';
import { autoregressiveNoise, seededNormal } from './syntheticLog';

/** A run simulated by the plain recursion: its settings, and what is to be found again. */
export interface BoundTruth {
  readonly stiffness: number;
  readonly beta: number;
  readonly refreshInterval: number;
  readonly optimizer: 'adam' | 'sgd';
  readonly stepUnit: 'update' | 'rollout';
  /** η/η_peak at each optimizer step; constant where absent. */
  readonly schedule?: (share: number) => number;
}

/** SGD with momentum, each rollout used for four updates: all that thresholds and "what if" need is known of it. */
export const REUSED_ROLLOUTS = {
  stiffness: 0.02,
  beta: 0.9,
  refreshInterval: 4,
  optimizer: 'sgd',
  stepUnit: 'update',
} as const satisfies BoundTruth;

/** Rewards 0.2 → 0.8 at rows 0 … n − 1 with AR(1) noise; the rate at each row as a trainer logs it. */
export function boundLog(
  truth: BoundTruth,
  n: number,
  sigma: number,
  seed: number,
  rho = 0,
): { t: Float64Array; y: Float64Array; rate: Float64Array } {
  const perStep = truth.stepUnit === 'rollout' ? truth.refreshInterval : 1;
  const steps = (n - 1) * perStep;
  const share = (step: number): number => truth.schedule?.(step / steps) ?? 1;
  const { gap } = recursionPath(
    truth.stiffness,
    {
      beta: truth.beta,
      refreshInterval: truth.refreshInterval,
      asyncLag: 0,
      biasCorrected: truth.optimizer === 'adam',
      schedule: Float64Array.from({ length: steps }, (_, step) => share(step)),
    },
    steps,
  );
  const noise = autoregressiveNoise(n, [rho], seededNormal(seed));
  const t = Float64Array.from({ length: n }, (_, i) => i);
  return {
    t,
    y: t.map((i) => 0.8 - 0.6 * gap[i * perStep] + sigma * noise[i]),
    rate: t.map((i) => 1e-3 * share(i * perStep)),
  };
}
