import type { FailureMode } from '../../report/report';

/** The failure modes as a person reads them. */
export const MODE_IN_WORDS: Readonly<Record<FailureMode, string>> = {
  'reward-hacking': 'reward hacking',
  'advantage-degeneracy': 'advantage degeneracy',
  'policy-concentration': 'policy concentration',
  'dynamical-instability': 'dynamical instability',
};

/** Whether a word names a failure mode. */
export function isFailureMode(word: unknown): word is FailureMode {
  return typeof word === 'string' && Object.hasOwn(MODE_IN_WORDS, word);
}
