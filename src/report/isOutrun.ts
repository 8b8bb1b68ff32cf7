import type { Reading } from './reading';
import { REACHED } from './runState';

/**
 * Whether the last rows still go the way of the run beyond what the curves say: by every curve that fits as well the
 * plateau is reached, and yet the end moves on by more than chance. What is left of the way is then not known.
 *
 * @param reading the run at a glance
 * @returns true up or down
 */
export function isOutrun({ tail, start, now, claims }: Reading): boolean {
  const movesOn = tail !== 0 && tail === Math.sign(now - start);
  return movesOn && claims.length > 0 && claims.every(({ progress }) => progress >= REACHED);
}
