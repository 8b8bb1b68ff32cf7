import { t } from '@vscode/l10n';
import type { CurveName } from '../dynamics/fit';

const WITH_ARTICLE: Readonly<Record<CurveName, () => string>> = {
  exponential: () => t('a single exponential'),
  inertial: () => t('a curve with a slow start'),
  oscillator: () => t('a damped oscillator'),
  bound: () => t('the curve bound to the hyperparameters'),
  scheduled: () => t('an exponential in optimizer time'),
  logistic: () => t('a logistic S-curve'),
  hill: () => t('a Hill curve'),
};

const ALONE: Readonly<Record<CurveName, () => string>> = {
  exponential: () => t('single exponential'),
  inertial: () => t('curve with a slow start'),
  oscillator: () => t('damped oscillator'),
  bound: () => t('curve bound to the hyperparameters'),
  scheduled: () => t('exponential in optimizer time'),
  logistic: () => t('logistic S-curve'),
  hill: () => t('Hill curve'),
};

/** A curve's name for a sentence, with its article. */
export function curveInWords(curve: CurveName): string {
  return WITH_ARTICLE[curve]();
}

/** A curve's name alone, as a list or a note calls it. */
export function curveAlone(curve: CurveName): string {
  return ALONE[curve]();
}
