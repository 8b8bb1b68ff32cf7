/**
 * The value as plain JSON data: NaN and infinities become null, at any depth, so that no consumer of the Report
 * meets a number that JSON cannot hold. The shape is unchanged.
 */
export function finiteJson<T>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}
