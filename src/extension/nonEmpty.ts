/** A list with at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Whether there is a first element. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}
