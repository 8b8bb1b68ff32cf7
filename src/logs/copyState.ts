/**
 * A deep copy of an object made of plain state: class instances, arrays, Maps, Sets, typed arrays, primitives. What two
 * members share the copies share. Functions and tools without state of their own (decoders, regular expressions) stay
 * shared with the original; private `#fields` would be lost, so what is copied has none.
 */
export function copyState<T extends object>(original: T): T {
  const copies = new Map<object, object>();
  const open: object[] = [];
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isTool(value)) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy = emptyLike(value);
    copies.set(value, copy);
    open.push(value);
    return copy;
  };
  const copy = copyOf(original) as T;
  // A list of what is still to be filled, not recursion: columns are chained one to the next.
  for (let value = open.pop(); value !== undefined; value = open.pop())
    fill(value, copies.get(value) ?? {}, copyOf);
  return copy;
}

function isTool(value: object): boolean {
  return value instanceof TextDecoder || value instanceof RegExp;
}

function emptyLike(value: object): object {
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (Array.isArray(value)) return [];
  if (isTypedArray(value)) return value.slice();
  return Object.create(Object.getPrototypeOf(value) as object) as object;
}

function isTypedArray(value: object): value is Uint8Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function fill(from: object, to: object, copyOf: (value: unknown) => unknown): void {
  if (isTypedArray(from)) return;
  if (from instanceof Map && to instanceof Map)
    for (const [key, value] of from) to.set(copyOf(key), copyOf(value));
  else if (from instanceof Set && to instanceof Set) for (const value of from) to.add(copyOf(value));
  else
    for (const [key, value] of Object.entries(from))
      Object.defineProperty(to, key, {
        value: copyOf(value),
        writable: true,
        enumerable: true,
        configurable: true,
      });
}
