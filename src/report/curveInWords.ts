import type { CurveName } from '../dynamics/fit';

const WORDS: Readonly<Record<CurveName, string>> = {
  exponential: 'a single exponential',
  inertial: 'a curve with a slow start',
  oscillator: 'a damped oscillator',
  bound: 'the curve bound to the hyperparameters',
  scheduled: 'an exponential in optimizer time',
  logistic: 'a logistic S-curve',
  hill: 'a Hill curve',
};

/** A curve's name for a sentence, with its article. */
export function curveInWords(curve: CurveName): string {
  return WORDS[curve];
}
