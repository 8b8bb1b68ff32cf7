import { t } from '@vscode/l10n';
import type { CurveName } from './fit';

/** A curve's name as one word of a sentence: "the bound curve". */
export function curveWord(curve: CurveName): string {
  return WORDS[curve]();
}

const WORDS: Readonly<Record<CurveName, () => string>> = {
  exponential: () => t('exponential'),
  inertial: () => t('inertial'),
  oscillator: () => t('oscillator'),
  bound: () => t('bound'),
  scheduled: () => t('scheduled'),
  logistic: () => t('logistic'),
  hill: () => t('hill'),
};
