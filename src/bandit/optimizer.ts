/** Momentum as an average: u ← βu + (1−β)g, θ ← θ + ηu. β = 0 is plain gradient ascent (theory.md §1). */
export interface MomentumSpec {
  readonly kind: 'momentum';
  readonly beta: number;
}

/** Adam with bias correction; β₁, β₂ and ε as in Kingma and Ba (2015). */
export interface AdamSpec {
  readonly kind: 'adam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Which optimizer turns gradients into steps. */
export type OptimizerSpec = MomentumSpec | AdamSpec;

/** An optimizer with its buffers: moves the parameters up along a gradient, in place, by one step of rate η. */
export type Step = (parameters: Float64Array, gradient: Float64Array, learningRate: number) => void;

/** A fresh optimizer (empty buffers) for `size` parameters. */
export function createOptimizer(spec: OptimizerSpec, size: number): Step {
  return spec.kind === 'momentum' ? momentum(spec, size) : adam(spec, size);
}

function momentum(spec: MomentumSpec, size: number): Step {
  const buffer = new Float64Array(size);
  return (parameters, gradient, learningRate) => {
    for (let i = 0; i < size; i++) {
      const u = spec.beta * buffer[i] + (1 - spec.beta) * gradient[i];
      buffer[i] = u;
      parameters[i] = parameters[i] + learningRate * u;
    }
  };
}

function adam(spec: AdamSpec, size: number): Step {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let decay1 = 1;
  let decay2 = 1;
  return (parameters, gradient, learningRate) => {
    decay1 *= spec.beta1;
    decay2 *= spec.beta2;
    for (let i = 0; i < size; i++) {
      const g = gradient[i];
      const m = spec.beta1 * first[i] + (1 - spec.beta1) * g;
      const v = spec.beta2 * second[i] + (1 - spec.beta2) * g * g;
      first[i] = m;
      second[i] = v;
      const step = m / (1 - decay1) / (Math.sqrt(v / (1 - decay2)) + spec.epsilon);
      parameters[i] = parameters[i] + learningRate * step;
    }
  };
}
