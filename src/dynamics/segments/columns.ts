/** Straight up from a block on, 0 before it. */
export function ramp(count: number, from: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => Math.max(0, i - from) / count);
}

/** One from a block on, 0 before it. */
export function step(count: number, from: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i >= from ? 1 : 0));
}

/** One in a single block. */
export function pulse(count: number, at: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i === at ? 1 : 0));
}

/** An exponential approach that begins at a block, 0 before it. */
export function decay(count: number, from: number, timescale: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => (i < from ? 0 : Math.exp(-(i - from) / timescale)));
}

/** A smooth step of a width about a block. */
export function softStep(count: number, at: number, width: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => 1 / (1 + Math.exp((at - i) / width)));
}

/** Exponential approaches, from one block to the whole log long. */
export function risesIn(count: number, howMany: number): Float64Array[] {
  return Array.from({ length: howMany }, (_, k) => decay(count, 0, count ** (k / (howMany - 1))));
}
