import { t } from '@vscode/l10n';
import type { CurveName } from '../src/dynamics/fit';
import type { FailureMode } from '../src/report/report';

/** The curves as a person reads them: translated when they are read, as no language is known before. */
export const CURVE_LABELS: Readonly<Record<CurveName, string>> = {
  get exponential() {
    return t('single exponential');
  },
  get inertial() {
    return t('inertial (slow start)');
  },
  get oscillator() {
    return t('free oscillator');
  },
  get bound() {
    return t('bound to hyperparameters');
  },
  get scheduled() {
    return t('scheduled (optimizer time)');
  },
  get logistic() {
    return t('logistic');
  },
  get hill() {
    return t('Hill saturation');
  },
};

/** What each failure mode is, in one line. */
export const MODE_MEANINGS: Readonly<Record<FailureMode, string>> = {
  get 'reward-hacking'() {
    return t('The training reward rises while the task itself does not get better.');
  },
  get 'advantage-degeneracy'() {
    return t('Groups whose answers all score the same give no gradient: nothing left to learn from.');
  },
  get 'policy-concentration'() {
    return t('The policy spends its randomness before the reward reaches its plateau.');
  },
  get 'dynamical-instability'() {
    return t('The updates are too strong for the lag and the momentum: ringing, spikes, collapse.');
  },
};
