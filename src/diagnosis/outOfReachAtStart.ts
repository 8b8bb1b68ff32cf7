import type { Column, Evidences } from './evidenceOf';
import { meanOf } from './signal';

/** Where the group size is not known: the smallest in use leaves most to chance and least to prompts out of reach. */
const SMALLEST_GROUP = 4;

/**
 * Share of prompts that were out of reach while the policy still tried everything: h in z = h + (1−h)(q^G + (1−q)^G), the
 * rest being right with chance q = R/(1−h). Taken over the rows that still have four fifths of the entropy.
 */
export function outOfReachAtStart(evidences: Evidences, entropy: Column, start: number): number {
  const zero = evidences.column('zeroStdFraction');
  if (zero === null) return 0;
  const spent = entropy.values.findIndex((value, i) => i >= 2 && value < 0.8 * start);
  const until = entropy.steps[spent < 0 ? entropy.steps.length - 1 : spent];
  const count = Math.max(
    3,
    Math.min(Math.round(zero.values.length / 10), zero.steps.findLastIndex((step) => step <= until) + 1),
  );
  const dead = meanOf(zero.values, 0, Math.min(count, zero.values.length));
  const reward = Math.min(
    0.999,
    Math.max(0, meanOf(evidences.reward.values, 0, Math.min(count, evidences.reward.values.length))),
  );
  const G = evidences.setting('groupSize') ?? SMALLEST_GROUP;
  const explained = (h: number): number => {
    const q = Math.min(1, reward / Math.max(1e-9, 1 - h));
    return h + (1 - h) * (q ** G + (1 - q) ** G);
  };
  if (explained(0) >= dead) return 0;
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (explained(middle) < dead) low = middle;
    else high = middle;
  }
  return low;
}
