/** The name of a file or folder in a path or URI, whichever way its slashes lean. */
export function lastPart(path: string): string {
  return path.replace(/^.*[\\/](?=[^\\/])/s, '').replace(/[\\/]$/, '');
}
