import type { Random } from '../random';

/** Sizes of a network with one hidden layer of tanh units and a softmax on top. */
export interface MlpShape {
  readonly inputs: number;
  readonly hidden: number;
  readonly actions: number;
}

/** Number of parameters: W₁ (hidden × inputs), b₁, W₂ (actions × hidden), b₂, in that order in one vector. */
export function mlpSize({ inputs, hidden, actions }: MlpShape): number {
  return hidden * (inputs + 1) + actions * (hidden + 1);
}

/** Random weights of variance 1/fan-in, biases 0; the output layer is scaled by `outputScale`. */
export function initialWeights(shape: MlpShape, outputScale: number, random: Random): Float64Array {
  const { inputs, hidden, actions } = shape;
  const weights = new Float64Array(mlpSize(shape));
  const second = hidden * (inputs + 1);
  for (let i = 0; i < hidden * inputs; i++) weights[i] = random.gaussian() / Math.sqrt(inputs);
  for (let i = 0; i < actions * hidden; i++)
    weights[second + i] = (outputScale * random.gaussian()) / Math.sqrt(hidden);
  return weights;
}

/** Logits of one input; the hidden activations are kept in `hiddenOut` for the way back. */
export function forward(
  shape: MlpShape,
  weights: Float64Array,
  input: Float64Array,
  hiddenOut: Float64Array,
  logitsOut: Float64Array,
): void {
  const { inputs, hidden, actions } = shape;
  const b1 = hidden * inputs;
  const w2 = b1 + hidden;
  const b2 = w2 + actions * hidden;
  for (let h = 0; h < hidden; h++) {
    let sum = weights[b1 + h];
    for (let i = 0; i < inputs; i++) sum += weights[h * inputs + i] * input[i];
    hiddenOut[h] = Math.tanh(sum);
  }
  for (let a = 0; a < actions; a++) {
    let sum = weights[b2 + a];
    for (let h = 0; h < hidden; h++) sum += weights[w2 + a * hidden + h] * hiddenOut[h];
    logitsOut[a] = sum;
  }
}

/** Adds to `gradient` the parameters' share of a gradient in the logits, by the chain rule. */
export function backward(
  shape: MlpShape,
  weights: Float64Array,
  input: Float64Array,
  hiddenAt: Float64Array,
  dLogits: Float64Array,
  gradient: Float64Array,
): void {
  const { inputs, hidden, actions } = shape;
  const b1 = hidden * inputs;
  const w2 = b1 + hidden;
  const b2 = w2 + actions * hidden;
  for (let a = 0; a < actions; a++) gradient[b2 + a] += dLogits[a];
  for (let h = 0; h < hidden; h++) {
    let back = 0;
    for (let a = 0; a < actions; a++) {
      gradient[w2 + a * hidden + h] += dLogits[a] * hiddenAt[h];
      back += dLogits[a] * weights[w2 + a * hidden + h];
    }
    const slope = back * (1 - hiddenAt[h] * hiddenAt[h]);
    gradient[b1 + h] += slope;
    for (let i = 0; i < inputs; i++) gradient[h * inputs + i] += slope * input[i];
  }
}
