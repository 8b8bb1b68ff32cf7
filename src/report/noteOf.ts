/**
 * A note of the Report that explains missing values: "key, key: reason", the keys as contract 2 names them whatever the
 * language, so that `noteFor` finds it.
 *
 * @param keys the keys, separated by ", "
 * @param reason a sentence
 */
export function noteOf(keys: string, reason: string): string {
  return `${keys}: ${reason}`;
}
