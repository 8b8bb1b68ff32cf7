import { backward, forward, mlpSize, type MlpShape } from '../deep/mlp';

/** A softmax policy over kinds of answers: its logits for a prompt, and the way back from logits to parameters. */
export interface Policy {
  readonly arms: number;
  /** Parameters before training; never changed. */
  readonly start: Float64Array;
  /** Logits of a prompt at these parameters, written into `out`. */
  readonly logits: (parameters: Float64Array, prompt: number, out: Float64Array) => void;
  /** Adds the parameters' share of a gradient in the logits. */
  readonly addGradient: (
    parameters: Float64Array,
    prompt: number,
    dLogits: Float64Array,
    gradient: Float64Array,
  ) => void;
}

/** One vector of logits that every prompt adds to its own reference logits: what one prompt learns, all learn. */
export function sharedPolicy(reference: readonly Float64Array[]): Policy {
  const arms = reference[0].length;
  return {
    arms,
    start: new Float64Array(arms),
    logits: (parameters, prompt, out) => {
      for (let a = 0; a < arms; a++) out[a] = reference[prompt][a] + parameters[a];
    },
    addGradient: (_, __, dLogits, gradient) => {
      for (let a = 0; a < arms; a++) gradient[a] += dLogits[a];
    },
  };
}

/** Each prompt learns on its own, from its reference logits. */
export function separatePolicy(reference: readonly Float64Array[]): Policy {
  const arms = reference[0].length;
  return {
    arms,
    start: Float64Array.from(reference.flatMap((logits) => [...logits])),
    logits: (parameters, prompt, out) => {
      for (let a = 0; a < arms; a++) out[a] = parameters[prompt * arms + a];
    },
    addGradient: (_, prompt, dLogits, gradient) => {
      for (let a = 0; a < arms; a++) gradient[prompt * arms + a] += dLogits[a];
    },
  };
}

/** A small network that sees the prompt as a vector: it generalises, and a wrong step for one prompt harms the others. */
export function networkPolicy(shape: MlpShape, start: Float64Array, inputs: readonly Float64Array[]): Policy {
  if (start.length !== mlpSize(shape)) throw new RangeError('weights do not fit the network');
  const hidden = new Float64Array(shape.hidden);
  const scratch = new Float64Array(shape.actions);
  return {
    arms: shape.actions,
    start,
    logits: (parameters, prompt, out) => {
      forward(shape, parameters, inputs[prompt], hidden, out);
    },
    addGradient: (parameters, prompt, dLogits, gradient) => {
      forward(shape, parameters, inputs[prompt], hidden, scratch);
      backward(shape, parameters, inputs[prompt], hidden, dLogits, gradient);
    },
  };
}
