/** How many of the second kind's runs each of the first's is compared with: pairs that share a run still tell. */
const PARTNERS = 10;

/**
 * Compare each run of one kind with a few of another.
 *
 * @param first runs of one kind
 * @param second as many of the other
 * @param compare what is asked of a pair
 * @returns the answers
 */
export function pairsAcross<T, Told>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => Told,
): Told[] {
  return first.flatMap((a, i) =>
    Array.from({ length: Math.min(PARTNERS, second.length) }, (_, j) =>
      compare(a, second[(i + j) % second.length]),
    ),
  );
}

/** The middle one of some numbers, the upper of two; NaN of none. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).at(values.length >> 1) ?? NaN;
}
