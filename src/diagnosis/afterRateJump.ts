import { t } from '@vscode/l10n';
import { inARow } from '../run/listInWords';
import { smoothed } from '../dynamics/movingNoise';
import { DIAGNOSIS } from './constants';
import type { Column, Evidences } from './evidenceOf';
import { figure } from './figures';
import type { Judgement } from './judgement';
import { backToRate, jumpEvidence, jumpSaid, rateJumps, type RateJump } from './rateJump';
import { errorOfMean, meanOf } from './signal';

/** What followed a jump. */
interface Aftermath {
  readonly jump: RateJump;
  /** The reward before the jump and its lowest level shortly after, where it fell and has not come back; else null. */
  readonly fall: { readonly before: number; readonly after: number } | null;
}

/**
 * A failure that starts after the learning rate jumped, and the reward or the groups with it, starts there: k = ηκ jumped
 * (theory.md §4). Where only groups died with it, it keeps its place. What was seen stays; the jump comes first.
 *
 * @param evidences the run
 * @param judgement a verdict that no rate has been asked about
 * @param until last step at which a jump may explain it, its own step unless its column is seldom logged
 * @returns the verdict with its cause; as it was where there is none
 */
export function afterRateJump(
  evidences: Evidences,
  judgement: Judgement,
  until: number | null = judgement.step,
): Judgement {
  if (judgement.verdict !== 'present' || until === null) return judgement;
  const aftermath = aftermathBefore(evidences, until);
  if (aftermath === null) return judgement;
  const { jump } = aftermath;
  return {
    ...judgement,
    step: aftermath.fall === null ? judgement.step : jump.step,
    summary: inARow(causeSaid(aftermath), judgement.summary),
    evidence: [jumpEvidence(jump), ...judgement.evidence],
    advice: [
      backToRate(jump),
      ...judgement.advice.filter((one) => judgement.rateAdvice?.includes(one) !== true),
    ],
  };
}

function causeSaid({ jump, fall }: Aftermath): string {
  return fall === null
    ? t('After {0}, groups died.', jumpSaid(jump))
    : t(
        'After {0}, the reward fell from {1} to {2}.',
        ...[jumpSaid(jump), figure(fall.before), figure(fall.after)],
      );
}

/** The last jump before a finding that the reward fell after, or groups died after. */
function aftermathBefore(evidences: Evidences, until: number): Aftermath | null {
  const { run, reward, column } = evidences;
  for (const jump of rateJumps(run).reverse()) {
    if (jump.step > until) continue;
    const fall = fallAfter(reward, jump.step);
    if (fall !== null) return { jump, fall };
    const dead = column('zeroStdFraction');
    if (
      dead !== null &&
      isSoonAfter(reward, jump.step, until) &&
      fallAfter(negated(dead), jump.step) !== null
    )
      return { jump, fall: null };
  }
  return null;
}

/** A level shortly after that is lower than before by more than chance, and an end that is too. */
function fallAfter({ steps, values, noise }: Column, step: number): Aftermath['fall'] {
  const at = steps.findIndex((one) => one >= step);
  const width = Math.max(DIAGNOSIS.levelRows, Math.round(values.length / 20));
  if (at < width || values.length - at < width) return null;
  const before = meanOf(values, at - width, at);
  const soon = at + Math.max(width, Math.round(DIAGNOSIS.signRecent * values.length));
  const level = smoothed(values.subarray(at, soon), width);
  const after = level.reduce((a, b) => Math.min(a, b));
  const needed = DIAGNOSIS.heldOutErrors * Math.SQRT2 * errorOfMean(noise, width);
  const end = meanOf(values, values.length - width);
  return before - after > needed && before - end > needed ? { before, after } : null;
}

function isSoonAfter({ steps }: Column, step: number, onset: number): boolean {
  return onset - step <= DIAGNOSIS.signRecent * (steps[steps.length - 1] - steps[0]);
}

function negated(column: Column): Column {
  return { ...column, values: column.values.map((value) => -value) };
}
