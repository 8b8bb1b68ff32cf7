/** A segment that begins later than so many strides has no known start (theory.md §4). */
const LATE_START = 5;

/**
 * Whether the rows begin where training began, so that the momentum buffer was empty.
 *
 * @param first absolute logged step of the first row
 * @param stride median stride, logged steps
 * @returns false where the run began before its rows
 */
export function startsFresh(first: number, stride: number): boolean {
  return first <= LATE_START * stride;
}
