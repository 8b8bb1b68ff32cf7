/** Logistic function σ(θ) = 1/(1+e^{−θ}), without overflow at either end. */
export function sigmoid(theta: number): number {
  if (theta >= 0) return 1 / (1 + Math.exp(-theta));
  const e = Math.exp(theta);
  return e / (1 + e);
}

/** Log-odds of a probability in (0, 1): the inverse of `sigmoid`. */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}

/** Probabilities of a softmax policy over the given logits; written into `out`, which is returned. */
export function softmax(logits: ArrayLike<number>, out = new Float64Array(logits.length)): Float64Array {
  let top = -Infinity;
  for (let i = 0; i < logits.length; i++) top = Math.max(top, logits[i]);
  let total = 0;
  for (let i = 0; i < logits.length; i++) {
    const weight = Math.exp(logits[i] - top);
    out[i] = weight;
    total += weight;
  }
  for (let i = 0; i < out.length; i++) out[i] = out[i] / total;
  return out;
}

/** Entropy of a distribution, nats. */
export function entropy(p: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const pi = p[i];
    if (pi > 0) sum -= pi * Math.log(pi);
  }
  return sum;
}

/** Kullback–Leibler divergence KL(p ‖ q), nats; q must be positive where p is. */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const pi = p[i];
    if (pi > 0) sum += pi * Math.log(pi / q[i]);
  }
  return sum;
}
