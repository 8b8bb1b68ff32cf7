/**
 * Answers that cannot be given, by why: one reason is said once, however many pairs it is about.
 *
 * @param items the pairs
 * @param reasonOf the reason of a pair; null where it has an answer
 * @returns each reason with its pairs, in the order they first come up; a pair with an answer stands alone
 */
export function byReason<T>(
  items: readonly T[],
  reasonOf: (item: T) => string | null,
): readonly { readonly because: string | null; readonly items: readonly T[] }[] {
  const groups = new Map<string | T, { readonly because: string | null; readonly items: T[] }>();
  for (const item of items) {
    const because = reasonOf(item);
    const group = groups.get(because ?? item) ?? { because, items: [] };
    groups.set(because ?? item, group);
    group.items.push(item);
  }
  return [...groups.values()];
}
