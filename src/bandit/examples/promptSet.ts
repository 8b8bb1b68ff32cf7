import { Random } from '../random';

/**
 * Reference logits of a set of prompts that differ in difficulty: `base` by arm, with a normal spread on the first
 * arm, the right answer.
 */
export function promptSet(count: number, base: readonly number[], spread: number, seed: number): Float64Array[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const logits = Float64Array.from(base);
    logits[0] += spread * random.gaussian();
    return logits;
  });
}
