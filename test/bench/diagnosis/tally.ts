import { FAILURE_MODES, type FailureMode } from '../../../src/diagnosis/finding';
import { CONTROLS, type Control, type ScoredRun } from './scoredRun';

/** One mode's score over runs that are decidable and not ambiguous. */
export interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Whether a run counts for a mode, and what is true of it. */
export function counted(run: ScoredRun, mode: FailureMode): boolean | null {
  const truth = run.truth[mode];
  if (truth.verdict === 'ambiguous' || !run.isDecidable[mode]) return null;
  return truth.verdict === 'present';
}

/** Whether we say present. */
export function named(run: ScoredRun, mode: FailureMode): boolean {
  return run.findings.find((finding) => finding.mode === mode)?.verdict === 'present';
}

/** Counts for one mode, under any way of predicting. */
export function tally(
  runs: readonly ScoredRun[],
  mode: FailureMode,
  predict: (run: ScoredRun) => boolean = (run) => named(run, mode),
): Tally {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const run of runs) {
    const truth = counted(run, mode);
    if (truth === null) continue;
    const seen = predict(run);
    if (truth && seen) tp++;
    else if (seen) fp++;
    else if (truth) fn++;
    else tn++;
  }
  const precision = tp + fp === 0 ? NaN : tp / (tp + fp);
  const recall = tp + fn === 0 ? NaN : tp / (tp + fn);
  return { tp, fp, fn, tn, precision, recall, f1: (2 * tp) / Math.max(1, 2 * tp + fp + fn) };
}

/** Mean F1 over the four modes. */
export function macroF1(runs: readonly ScoredRun[]): number {
  return FAILURE_MODES.reduce((sum, mode) => sum + tally(runs, mode).f1 / FAILURE_MODES.length, 0);
}

/** A control: one number of the log against one threshold, the best threshold and side on the tuning runs. */
export interface ControlRule {
  readonly threshold: number;
  readonly above: boolean;
}

/** The rule that a control would have learned from the tuning runs. */
export function learn(tuning: readonly ScoredRun[], mode: FailureMode, control: Control): ControlRule {
  const values = tuning.map(({ features }) => features[control]).filter(Number.isFinite);
  const rules = values.flatMap((threshold) => [true, false].map((above) => ({ threshold, above })));
  return rules.reduce(
    (best, rule) => {
      const { f1 } = tally(tuning, mode, (run) => applies(rule, run.features[control]));
      return f1 > best.f1 ? { rule, f1 } : best;
    },
    { rule: { threshold: Infinity, above: true }, f1: 0 },
  ).rule;
}

/** What a rule says of a number; false where the log lacks it. */
export function applies({ threshold, above }: ControlRule, value: number): boolean {
  return above ? value >= threshold : value <= threshold;
}

/** Macro-F1 of each control on the scoring runs. */
export function controlScores(
  tuning: readonly ScoredRun[],
  scoring: readonly ScoredRun[],
): ReadonlyMap<Control, readonly number[]> {
  return new Map(
    CONTROLS.map((control) => [
      control,
      FAILURE_MODES.map((mode) => {
        const rule = learn(tuning, mode, control);
        return tally(scoring, mode, (run) => applies(rule, run.features[control])).f1;
      }),
    ]),
  );
}
