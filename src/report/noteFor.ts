/**
 * The Report's reason for a missing value: of its notes "key, key: reason", the reason of the first that names `key`
 * (a name of contract 2, e.g. `riseTime95`, `fits.bound`); null where none does.
 */
export function noteFor(notes: readonly string[], key: string): string | null {
  for (const note of notes) {
    const colon = note.indexOf(':');
    const keys = colon === -1 ? [] : note.slice(0, colon).split(', ');
    if (keys.includes(key)) return note.slice(colon + 1).trim();
  }
  return null;
}
