import { endLevel, type EndLevel } from './endLevel';
import type { FittedRun } from './fittedRun';
import { HeldOutRuns } from './heldOutRuns';
import { rowNoise } from './rowNoise';

/** A run with what is asked of it once, whatever it is compared with. */
export interface Side {
  readonly fitted: FittedRun;
  readonly letter: string;
  readonly end: EndLevel | null;
  readonly heldOut: HeldOutRuns;
}

/**
 * Make a run ready to be compared.
 *
 * @param fitted the run
 * @param letter its short name
 * @returns the run with the level of its end and its held-out scores
 */
export function sideOf(fitted: FittedRun, letter: string): Side {
  return {
    fitted,
    letter,
    end: endLevel(fitted, rowNoise(fitted)),
    heldOut: new HeldOutRuns(fitted.run),
  };
}
