import type { CurveName } from '../src/dynamics/fit';
import type { FailureMode } from '../src/report/report';

/** The curves as a person reads them. */
export const CURVE_LABELS: Readonly<Record<CurveName, string>> = {
  exponential: 'single exponential',
  inertial: 'inertial (slow start)',
  oscillator: 'free oscillator',
  bound: 'bound to hyperparameters',
  scheduled: 'scheduled (optimizer time)',
  logistic: 'logistic',
  hill: 'Hill saturation',
};

/** What each failure mode is, in one line. */
export const MODE_MEANINGS: Readonly<Record<FailureMode, string>> = {
  'reward-hacking': 'The training reward rises while the task itself does not get better.',
  'advantage-degeneracy':
    'Groups whose answers all score the same give no gradient: nothing left to learn from.',
  'policy-concentration': 'The policy spends its randomness before the reward reaches its plateau.',
  'dynamical-instability':
    'The updates are too strong for the lag and the momentum: ringing, spikes, collapse.',
};
