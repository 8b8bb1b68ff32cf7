/** How a group's rewards become advantages, as far as it changes the drift. */
export type AdvantageRule = 'leave-one-out' | 'group-mean' | 'group-std';

/**
 * Expected policy gradient of one group in the two-outcome model, log-odds per unit learning rate (theory.md §5): p(1−p)
 * with a leave-one-out baseline, (1−1/G) of it with the group's mean, Σ_j Binom(G, p; j) √(j/G·(1−j/G)) where
 * advantages are divided by the group's own standard deviation.
 *
 * @param p chance of a right answer, above 0 and below 1
 * @param groupSize G, 2 or more
 * @param rule how advantages are made
 * @returns the drift, 0 or more
 */
export function groupDrift(p: number, groupSize: number, rule: AdvantageRule): number {
  if (rule === 'leave-one-out') return p * (1 - p);
  if (rule === 'group-mean') return (1 - 1 / groupSize) * p * (1 - p);
  const logOdds = Math.log(p) - Math.log1p(-p);
  let logProbability = groupSize * Math.log1p(-p);
  let drift = 0;
  for (let j = 0; j <= groupSize; j++) {
    const share = j / groupSize;
    drift += Math.exp(logProbability) * Math.sqrt(share * (1 - share));
    logProbability += Math.log((groupSize - j) / (j + 1)) + logOdds;
  }
  return drift;
}
