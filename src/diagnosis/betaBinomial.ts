/**
 * Share of groups of G answers that are all right or all wrong when the chance of a right answer differs from prompt to
 * prompt as a beta distribution of this mean and intra-class correlation ρ = 1/(α+β+1) (theory.md §6). ρ = 0 is
 * p^G + (1−p)^G, which every healthy run exceeds.
 */
export function expectedZeroStd(mean: number, rho: number, groupSize: number): number {
  if (mean <= 0 || mean >= 1) return 1;
  if (rho <= 0) return mean ** groupSize + (1 - mean) ** groupSize;
  const size = 1 / rho - 1;
  return chanceOfAll(mean * size, size, groupSize) + chanceOfAll((1 - mean) * size, size, groupSize);
}

/** Π (α+i)/(α+β+i), i < G. */
function chanceOfAll(alpha: number, size: number, groupSize: number): number {
  let chance = 1;
  for (let i = 0; i < groupSize; i++) chance *= (alpha + i) / (size + i);
  return chance;
}

/** The intra-class correlation at which a mean gives this share of equal groups; 0 where less than the lower bound is seen. */
export function correlationFromZeroStd(mean: number, zeroStd: number, groupSize: number): number {
  return bisect((rho) => expectedZeroStd(mean, rho, groupSize) - zeroStd);
}

/**
 * The intra-class correlation from the mean within-group standard deviation (ddof 1), by the exact distribution of a
 * group's successes: E[s] falls as prompts differ more.
 */
export function correlationFromStd(mean: number, std: number, groupSize: number): number {
  return bisect((rho) => std - expectedStd(mean, rho, groupSize));
}

function expectedStd(mean: number, rho: number, groupSize: number): number {
  const size = 1 / Math.max(rho, 1e-9) - 1;
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  let probability = 1;
  for (let i = 0; i < groupSize; i++) probability *= (beta + i) / (size + i);
  let sum = 0;
  for (let j = 0; j <= groupSize; j++) {
    sum += probability * Math.sqrt((j * (groupSize - j)) / (groupSize * (groupSize - 1)));
    probability *= ((groupSize - j) / (j + 1)) * ((alpha + j) / Math.max(beta + groupSize - j - 1, 1e-12));
  }
  return sum;
}

/** Where an increasing function of ρ in (0, 1) crosses 0. */
function bisect(f: (rho: number) => number): number {
  let [low, high] = [0, 0.999];
  if (f(low) >= 0) return 0;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
