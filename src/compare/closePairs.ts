import type { Answered } from './answer';
import { close, type Open, type OpenPair } from './comparePair';
import { CONSTANTS, type ConstantName } from './constants';
import { holm } from './holm';

/** The questions about one pair and about its held-out scores, before they are counted. */
export interface AskedPair {
  readonly own: OpenPair;
  readonly heldOut: readonly (readonly [string, Open])[];
}

/** The same, answered. */
export interface ClosedPair {
  readonly constants: Readonly<Record<ConstantName, Answered>>;
  readonly end: Answered;
  readonly evaluations: Readonly<Record<string, Answered>>;
}

/**
 * Count all questions of a comparison and close their answers (Holm).
 *
 * @param pairs what was asked of each pair
 * @returns the answers in the same order
 */
export function closePairs(pairs: readonly AskedPair[]): ClosedPair[] {
  const all = pairs.flatMap(questionsOf);
  const adjusted = holm(all.flatMap((open) => ('because' in open ? [] : [open.p])));
  let next = 0;
  const closeNext = (open: Open): Answered => close(open, 'because' in open ? 1 : adjusted[next++]);
  return pairs.map((pair) => {
    const [plateau, timescale, damping, end, ...scores] = questionsOf(pair).map(closeNext);
    const evaluations = Object.fromEntries(pair.heldOut.map(([key], k) => [key, scores[k]]));
    return { constants: { plateau, timescale, damping }, end, evaluations };
  });
}

function questionsOf({ own, heldOut }: AskedPair): Open[] {
  return [...CONSTANTS.map((name) => own[name]), own.end, ...heldOut.map(([, open]) => open)];
}
