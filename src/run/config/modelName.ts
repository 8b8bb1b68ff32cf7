/** Longest model name that is shown. */
const LONGEST = 96;

/**
 * A model's name for a person: "org/name" of a hub, and of a path on somebody's disk only the last folder (paths hold people's
 * names).
 */
export function modelName(text: string): string {
  const name = text.trim().replace(/[\\/]+$/, '');
  const isHubName = /^[\w.-]+\/[\w.-]+$/.test(name) && !/^[.~]/.test(name);
  return (isHubName ? name : (name.split(/[\\/]/).at(-1) ?? '')).slice(0, LONGEST);
}

/** Parameters by the size in a model's name ("Qwen2.5-1.5B-Instruct"), null where it has none or several. */
export function parametersOf(name: string): number | null {
  const sizes = name.match(/(?<![\d.x])\d+(?:\.\d+)?\s*[bm](?![a-z0-9])/gi) ?? [];
  const size = sizes.length === 1 && !/\dx\d/i.test(name) ? sizes.at(0) : undefined;
  if (size === undefined) return null;
  return Math.round(Number.parseFloat(size) * (/b$/i.test(size) ? 1e9 : 1e6));
}
