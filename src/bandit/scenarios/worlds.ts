import { initialWeights } from '../deep/mlp';
import type { Random } from '../random';
import type { Draw } from './draw';
import type { Answer, Phase } from './phase';
import { networkPolicy, separatePolicy, sharedPolicy, type Policy } from './policy';

/** A policy with its prompts and what its answers are worth, before any training setting. */
export interface World {
  readonly kind: 'shared' | 'separate' | 'network';
  readonly policy: Policy;
  readonly prompts: readonly number[];
  readonly heldOut: readonly number[];
  readonly answer: Phase['answer'];
}

/** An answer that is always paid. */
export function answer(
  reward: number,
  truth: number,
  meanLength: number,
  more: Partial<Answer> = {},
): Answer {
  return { reward, chance: 1, truth, meanLength, ...more };
}

const RIGHT = answer(1, 1, 240);
const WRONG = [answer(0, 0, 150), answer(0, 0, 110), answer(0, 0, 190)];

/** Right or wrong, 0 or 1: arm 0 is right. */
export const verified: Phase['answer'] = (_, arm) => (arm === 0 ? RIGHT : WRONG[arm - 1]);

/** Reference logits of prompts whose first arm has this mean log-odds and spread. */
export function logitsAround(
  count: number,
  base: readonly number[],
  spread: number,
  random: Random,
): Float64Array[] {
  return Array.from({ length: count }, () => {
    const logits = Float64Array.from(base);
    logits[0] += spread * random.gaussian();
    return logits;
  });
}

/** Prompts that share their parameters; `base` are the mean logits of the arms. The last 120 are held out. */
export function sharedWorld(base: readonly number[], spread: number, draw: Draw, pay = verified): World {
  const count = draw.pick([128, 256]);
  const reference = logitsAround(count + 120, base, spread, draw.random);
  return {
    kind: 'shared',
    policy: sharedPolicy(reference),
    prompts: range(0, count),
    heldOut: range(count, count + 120),
    answer: pay,
  };
}

/** Prompts that learn on their own; held out is another sample of answers to the same prompts. */
export function separateWorld(reference: readonly Float64Array[], pay = verified): World {
  const prompts = range(0, reference.length);
  return { kind: 'separate', policy: separatePolicy(reference), prompts, heldOut: prompts, answer: pay };
}

const NETWORK = { inputs: 6, hidden: 16, actions: 6 };
const KINDS = 6;

/**
 * A network that has to tell kinds of prompts apart: each kind has one right action, the prompts of a kind are
 * scattered around its centre, and held-out prompts are other ones of the same kinds.
 */
export function networkWorld(draw: Draw, scatter: number): World {
  const { random } = draw;
  const start = initialWeights(NETWORK, 0.5, random);
  const centres = range(0, KINDS).map(() =>
    Float64Array.from({ length: NETWORK.inputs }, () => 1.3 * random.gaussian()),
  );
  const right = range(0, KINDS).map(() => random.below(NETWORK.actions));
  const inputs = range(0, 240).map((i) => centres[i % KINDS].map((c) => c + scatter * random.gaussian()));
  return {
    kind: 'network',
    policy: networkPolicy(NETWORK, start, inputs),
    prompts: range(0, 144),
    heldOut: range(144, 240),
    answer: (prompt, arm) => (arm === right[prompt % KINDS] ? RIGHT : WRONG[arm % WRONG.length]),
  };
}

/** Whole numbers from `from` up to but not including `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
