import { MODE_LABELS } from '../../report/findingsInWords';
import type { FailureMode } from '../../report/report';

/** Whether a word names a failure mode. */
export function isFailureMode(word: unknown): word is FailureMode {
  return typeof word === 'string' && Object.hasOwn(MODE_LABELS, word);
}
