/**
 * The short name of a run in a comparison: A, B, …, Z, then R27 and on.
 *
 * @param index its place
 * @returns the name
 */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `R${index + 1}`;
}
