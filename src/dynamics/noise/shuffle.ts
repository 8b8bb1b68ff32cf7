/**
 * A seeded shuffle (Fisher and Yates, numbers from Vigna's splitmix32 finaliser): the same order on every machine.
 *
 * @param values what to shuffle, in place
 * @param seed any integer; each gives another order
 */
export function shuffle(values: Float64Array, seed: number): void {
  let state = Math.imul(seed + 1, 0x9e3779b9) >>> 0;
  for (let i = values.length - 1; i > 0; i--) {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    const j = Math.floor((((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32) * (i + 1));
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
