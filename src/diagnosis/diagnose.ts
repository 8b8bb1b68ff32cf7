import { t } from '@vscode/l10n';
import type { FitSet } from '../dynamics/fit';
import type { RegimeAssessment } from '../dynamics/regime';
import { observationsOf } from '../dynamics/observed';
import { segmentObserved } from '../dynamics/segmentObserved';
import type { Segmentation } from '../dynamics/segments/segmentRun';
import type { Run } from '../run/run';
import { judgeAdvantageDegeneracy } from './advantageDegeneracy';
import { afterRateJump } from './afterRateJump';
import { causesFirst } from './causesFirst';
import { confidenceOf } from './confidence';
import { DIAGNOSIS } from './constants';
import { certainInstability, judgeDynamicalInstability } from './dynamicalInstability';
import { evidencesOf, type Evidences } from './evidenceOf';
import { FAILURE_MODES, type FailureMode, type Finding } from './finding';
import { notAssessable, type Judgement } from './judgement';
import { judgePolicyConcentration } from './policyConcentration';
import { judgeRewardHacking } from './rewardHacking';

const JUDGES: Readonly<Record<FailureMode, (evidences: Evidences) => Judgement>> = {
  'reward-hacking': judgeRewardHacking,
  'advantage-degeneracy': (evidences) => afterRateJump(evidences, judgeAdvantageDegeneracy(evidences)),
  'policy-concentration': (evidences) => afterRateJump(evidences, judgePolicyConcentration(evidences)),
  'dynamical-instability': judgeDynamicalInstability,
};

/**
 * One finding for each of the four failure modes, always: present, absent or not assessable, with what was seen and what
 * was expected (theory.md §6). Consequences of a cause that was found are no findings of their own.
 *
 * @param run the run
 * @param fits its fitted curves
 * @param assessment what they say of the regime
 * @param segmentation how the run falls into segments: the fits are of the fitted one, and a collapse is judged there
 * @returns four findings in the order of `FAILURE_MODES`
 */
export function diagnose(
  run: Run,
  fits: FitSet,
  assessment: RegimeAssessment,
  segmentation: Segmentation = segmentObserved(run),
): Finding[] {
  return findingsOf(run, judgementsOf(run, fits, assessment, segmentation));
}

/**
 * What was judged before confidence and place are added: what the confidence is calibrated from.
 *
 * @param run the run
 * @param fits its fitted curves
 * @param assessment what they say of the regime
 * @param segmentation how the run falls into segments
 * @returns a judgement by failure mode
 */
export function judgementsOf(
  run: Run,
  fits: FitSet,
  assessment: RegimeAssessment,
  segmentation: Segmentation,
): ReadonlyMap<FailureMode, Judgement> {
  const evidences = evidencesOf(run, fits, assessment, segmentation);
  return causesFirst(new Map(FAILURE_MODES.map((mode) => [mode, judge(mode, evidences)])));
}

/**
 * Judgements as findings: with confidence, line and column.
 *
 * @param run the run
 * @param judgements what was judged
 * @returns four findings in the order of `FAILURE_MODES`
 */
export function findingsOf(run: Run, judgements: ReadonlyMap<FailureMode, Judgement>): Finding[] {
  return FAILURE_MODES.map((mode) => findingOf(mode, run, judgements.get(mode) ?? tooShort(run)));
}

/** On a handful of rows only what is certain at once is said. */
function judge(mode: FailureMode, evidences: Evidences): Judgement {
  const { run, reward } = evidences;
  if (reward.values.length >= DIAGNOSIS.fewestRows) return JUDGES[mode](evidences);
  const certain = mode === 'dynamical-instability' ? certainInstability(evidences) : null;
  return certain ?? tooShort(run);
}

/** Rows that only repeat the last evaluation are not counted. */
function tooShort({ reward, fresh }: Run): Judgement {
  const rows = observationsOf(reward.values, fresh).length;
  const counted =
    fresh !== null
      ? t('{0} rewards, each repeated until the next', rows)
      : rows === 1
        ? t('{0} row', rows)
        : t('{0} rows', rows);
  return notAssessable(
    t('Too early: {0}, at least {1} are needed for any verdict.', counted, DIAGNOSIS.fewestRows),
  );
}

function findingOf(mode: FailureMode, run: Run, judgement: Judgement): Finding {
  const { verdict, severity, step, summary, evidence, advice, outlook, consequenceOf = null } = judgement;
  return {
    mode,
    verdict,
    severity,
    confidence: confidenceOf(mode, judgement),
    step,
    ...placeOf(run, step),
    summary,
    evidence,
    advice,
    outlook,
    consequenceOf,
  };
}

/** Line and column of the record of a step: the reward's, or a broken metric's. */
function placeOf({ reward, broken }: Run, step: number | null): Pick<Finding, 'line' | 'column'> {
  if (step === null) return { line: null, column: null };
  const at = reward.steps.findIndex((s) => s >= step);
  if (at < 0) {
    const metric = broken.find((one) => one.step === step);
    return { line: metric?.line ?? null, column: metric?.column ?? null };
  }
  return { line: reward.lines?.[at] ?? null, column: reward.columns?.[at] ?? null };
}
