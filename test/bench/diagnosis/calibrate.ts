import { FAILURE_MODES } from '../../../src/diagnosis/finding';
import { logisticFit, type Logistic, type Outcome, type Prior } from './logisticFit';
import { counted } from './tally';
import type { ScoredRun } from './scoredRun';

const VERDICTS = ['present', 'absent'] as const;

/** Before any run: at its threshold a verdict is right about three times in four, and surer beyond. */
const FIRST: Prior = { a: 1, b: 2, widthOfA: 1.5, widthOfB: 1.5 };
/** How far one mode lies from all four together: a factor of about two in the odds. */
const WIDTH_OF_MODE = 0.7;

/**
 * Constants of the confidence by mode and verdict: a logistic line over the margin, fitted to verdicts on runs of known truth.
 * Each mode has few wrong verdicts, so it is drawn towards the line of all modes together.
 *
 * @param runs runs of the tuning seeds
 * @returns constants by "mode/verdict"
 */
export function calibrate(runs: readonly ScoredRun[]): ReadonlyMap<string, Logistic> {
  return new Map(
    VERDICTS.flatMap((verdict) => {
      const all = FAILURE_MODES.flatMap((mode) => outcomesOf(runs, mode, verdict));
      const { a, b } = logisticFit(all, FIRST);
      const prior = { a, b, widthOfA: WIDTH_OF_MODE, widthOfB: WIDTH_OF_MODE };
      return FAILURE_MODES.map(
        (mode) => [`${mode}/${verdict}`, logisticFit(outcomesOf(runs, mode, verdict), prior)] as const,
      );
    }),
  );
}

/** Verdicts that were weighed: what is certain at once has a confidence of its own. */
function outcomesOf(
  runs: readonly ScoredRun[],
  mode: (typeof FAILURE_MODES)[number],
  verdict: (typeof VERDICTS)[number],
): Outcome[] {
  return runs.flatMap((run) => {
    const truth = counted(run, mode);
    const judgement = run.judgements?.get(mode);
    if (truth === null || judgement?.verdict !== verdict || judgement.isCertain === true) return [];
    const margin = Math.max(0, Math.min(1, judgement.margin));
    return [{ margin, isRight: (verdict === 'present') === truth }];
  });
}

/** The file that holds them. */
export function calibrationFile(table: ReadonlyMap<string, Logistic>, runs: number): string {
  const lines = [...table].map(([name, { a, b }]) => `  '${name}': { a: ${short(a)}, b: ${short(b)} },`);
  return `/**
 * Confidence = 1/(1 + e^−(a + b·margin)), capped, by verdict. Margin is the distance from the deciding threshold in units of
 * that threshold, at most 1. Written by \`npm run bench:diagnosis -- --calibrate\`, which fits it to the verdicts on ${runs} runs
 * of the tuning seeds; docs/diagnosis.md has claimed against observed on the other seeds.
 */
export const CALIBRATION: Readonly<Record<string, { readonly a: number; readonly b: number }>> = {
${lines.join('\n')}
};
`;
}

function short(constant: number): string {
  return String(Math.round(100 * constant) / 100);
}
