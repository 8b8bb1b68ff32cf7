/**
 * A glob as globs without braces: `findFiles` takes one exclude only, so that several are joined in braces, and braces
 * inside braces match nothing.
 */
export function expandBraces(glob: string): readonly string[] {
  const inner = /\{([^{}]*)\}/.exec(glob);
  if (inner === null) return [glob];
  const before = glob.slice(0, inner.index);
  const after = glob.slice(inner.index + inner[0].length);
  return [...new Set(inner[1].split(',').flatMap((part) => expandBraces(before + part + after)))];
}
