import { CALIBRATION } from './calibration';
import { MOST_CONFIDENT } from './constants';
import type { FailureMode } from './finding';
import type { Judgement } from './judgement';

/** Probability that a verdict is right, from how clear the case is (calibration.ts); null where none was given. */
export function confidenceOf(
  mode: FailureMode,
  { verdict, margin, isCertain, mostSure = 1 }: Judgement,
): number | null {
  if (verdict === 'not-assessable') return null;
  if (isCertain === true) return MOST_CONFIDENT;
  const { a, b } = CALIBRATION[`${mode}/${verdict}`];
  const chance = 1 / (1 + Math.exp(-(a + b * Math.max(0, Math.min(1, margin)))));
  return Math.round(1000 * Math.min(MOST_CONFIDENT, mostSure, chance)) / 1000;
}
