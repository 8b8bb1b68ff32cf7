import { FAILURE_MODES, type FailureMode } from '../../../src/diagnosis/finding';
import { counted } from './tally';
import type { ScoredRun } from './scoredRun';

/** One verdict with its confidence, and whether it was right. */
export interface Judged {
  readonly mode: FailureMode;
  readonly verdict: 'present' | 'absent';
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Every verdict on a run that counts. */
export function judgedOf(runs: readonly ScoredRun[]): Judged[] {
  return runs.flatMap((run) =>
    FAILURE_MODES.flatMap((mode) => {
      const truth = counted(run, mode);
      const finding = run.findings.find((one) => one.mode === mode);
      if (truth === null || finding === undefined || finding.verdict === 'not-assessable') return [];
      const { verdict, confidence } = finding;
      return [{ mode, verdict, confidence: confidence ?? 0.5, isRight: (verdict === 'present') === truth }];
    }),
  );
}

/** Mean squared distance of the confidence from what came out; 0.25 is a coin. */
export function brier(judged: readonly Judged[]): number {
  return judged.reduce(
    (sum, { confidence, isRight }) => sum + (confidence - (isRight ? 1 : 0)) ** 2 / judged.length,
    0,
  );
}

/** Claimed and observed, by how sure the verdict was. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly claimed: number;
  readonly observed: number;
}

const EDGES = [0, 0.6, 0.8, 0.9, 0.95, 0.98, 1.0001];

/** The reliability table; empty bins are left out. */
export function reliability(judged: readonly Judged[]): ReliabilityBin[] {
  return EDGES.slice(1).flatMap((to, i) => {
    const from = EDGES[i];
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    const mean = (value: (one: Judged) => number): number =>
      inside.reduce((sum, one) => sum + value(one) / inside.length, 0);
    return [
      {
        from,
        to: Math.min(1, to),
        count: inside.length,
        claimed: mean(({ confidence }) => confidence),
        observed: mean(({ isRight }) => (isRight ? 1 : 0)),
      },
    ];
  });
}
