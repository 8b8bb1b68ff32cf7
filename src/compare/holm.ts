/**
 * P values adjusted for asking several questions at once, by Holm's step-down rule (1979): the chance that any true
 * "no difference" is called a difference stays at the level.
 *
 * @param p unadjusted p values
 * @returns adjusted ones in the same order, never smaller and at most 1
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
  const adjusted = p.slice();
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (p.length - rank) * p[index]));
    adjusted[index] = most;
  });
  return adjusted;
}
