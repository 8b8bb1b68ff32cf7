import type { Answered } from './answer';
import { close, type Open, type OpenPair } from './comparePair';
import { CONSTANTS, type ConstantName } from './constants';
import { holm } from './holm';

/** The questions about one pair and about its held-out scores, before they are counted. */
export interface AskedPair {
  readonly own: OpenPair;
  readonly heldOut: readonly (readonly [string, Open])[];
  /** Place in the list of the same pair of logs, asked before through other copies; null where this asks first. */
  readonly repeats: number | null;
}

/** The same, answered. */
export interface ClosedPair {
  readonly constants: Readonly<Record<ConstantName, Answered>>;
  readonly end: Answered;
  readonly evaluations: Readonly<Record<string, Answered>>;
}

/**
 * Count all questions of a comparison and close their answers (Holm). A pair of copies repeats its answers and counts once.
 *
 * @param pairs what was asked of each pair
 * @returns the answers in the same order
 */
export function closePairs(pairs: readonly AskedPair[]): ClosedPair[] {
  const all = pairs.flatMap((pair) => (pair.repeats === null ? questionsOf(pair) : []));
  const counted = all.flatMap((open) => ('because' in open ? [] : [open]));
  const adjusted = holm(counted.map(({ p }) => p));
  const pHolm = new Map<Open, number>(counted.map((open, k) => [open, adjusted[k]]));
  return pairs.map((pair) => {
    const asked = questionsOf(pairs[pair.repeats ?? -1] ?? pair);
    const closed = questionsOf(pair).map((open, k) => close(open, pHolm.get(asked[k]) ?? 1));
    const [plateau, timescale, damping, end, ...scores] = closed;
    const evaluations = Object.fromEntries(pair.heldOut.map(([key], k) => [key, scores[k]]));
    return { constants: { plateau, timescale, damping }, end, evaluations };
  });
}

function questionsOf({ own, heldOut }: AskedPair): Open[] {
  return [...CONSTANTS.map((name) => own[name]), own.end, ...heldOut.map(([, open]) => open)];
}
