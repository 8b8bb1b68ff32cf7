import type { Random } from '../../src/bandit/random';
import type { Seed } from './seeds';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What hostile or broken writers put into a log. */
const TOKENS: readonly Uint8Array[] = [
  '"__proto__": ',
  '{"__proto__": {"reward": 1}, "constructor": 1, "toString": 2, "step": 3, "reward": 4}\n',
  "{'__proto__': 1, 'reward': 0.5, 'hasOwnProperty': 2}\n",
  '<img src=x onerror=alert(1)>',
  '</script><script>',
  '\u001b]8;;http://x\u0007',
  '\u202E\u0000\uFFFF',
  '1e999',
  '-0',
  'NaN',
  '-Infinity',
  '5e-324',
  '9007199254740993',
  '0x1F',
  '"'.repeat(3),
  '\\u',
  ','.repeat(5000),
  '\n'.repeat(5000),
  '\r',
  '['.repeat(3000),
  '{"a":'.repeat(3000),
  "{'a': (".repeat(300),
  '<td>'.repeat(2000),
  `"${'k'.repeat(70_000)}": 1,`,
  ' '.repeat(70_000),
  '\uFEFF',
].map(encode);

/** Lengths a header may claim, little-endian: all ones, 2 GB, 1 GB, 0. */
const LENGTHS: readonly (readonly number[])[] = [
  [255, 255, 255, 255, 255, 255, 255, 255],
  [255, 255, 255, 127],
  [0, 0, 0, 64],
  [0, 0, 0, 0],
  [255, 255, 255, 255, 15],
];

type Mutation = (bytes: Uint8Array, random: Random, all: readonly Seed[]) => Uint8Array;

const below = (random: Random, limit: number): number => random.bits() % Math.max(1, limit);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)];
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const MUTATIONS: readonly Mutation[] = [
  function truncate(bytes, random) {
    return bytes.slice(0, below(random, bytes.length));
  },
  function loseTheStart(bytes, random) {
    return bytes.slice(below(random, bytes.length));
  },
  function flipBits(bytes, random) {
    const flipped = bytes.slice();
    for (let i = 1 + below(random, 8); i > 0; i--)
      flipped[below(random, flipped.length)] ^= 1 << below(random, 8);
    return flipped;
  },
  function claimLength(bytes, random) {
    const changed = bytes.slice();
    const length = pick(random, LENGTHS);
    changed.set(length.slice(0, changed.length), below(random, Math.max(1, changed.length - length.length)));
    return changed;
  },
  function insertToken(bytes, random) {
    const at = below(random, bytes.length);
    return join(bytes.subarray(0, at), pick(random, TOKENS), bytes.subarray(at));
  },
  function overwriteWithToken(bytes, random) {
    const at = below(random, bytes.length);
    const token = pick(random, TOKENS);
    return join(bytes.subarray(0, at), token, bytes.subarray(at + token.length));
  },
  function repeatPart(bytes, random) {
    const from = below(random, bytes.length);
    const part = bytes.subarray(from, from + below(random, 400));
    return join(
      bytes.subarray(0, from),
      ...Array.from({ length: 1 + below(random, 20) }, () => part),
      bytes.subarray(from),
    );
  },
  function losePart(bytes, random) {
    const from = below(random, bytes.length);
    return join(bytes.subarray(0, from), bytes.subarray(from + below(random, 400)));
  },
  function splice(bytes, random, all) {
    const other = pick(random, all).bytes;
    return join(bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length)));
  },
];

/** How often a case holds a name or a line of many megabytes: they cost a hundred times what others do. */
const HUGE_EVERY = 4000;

/** A broken file: a seed, changed once to three times. */
export function mutate(all: readonly Seed[], random: Random): Seed {
  const seed = pick(random, all);
  let { bytes } = seed;
  for (let i = 1 + below(random, 3); i > 0; i--) bytes = pick(random, MUTATIONS)(bytes, random, all);
  if (below(random, HUGE_EVERY) === 0) {
    const at = below(random, bytes.length);
    bytes = join(bytes.subarray(0, at), encode(`"${'n'.repeat(10 << 20)}": 1, `), bytes.subarray(at));
  }
  return { name: seed.name, bytes };
}
