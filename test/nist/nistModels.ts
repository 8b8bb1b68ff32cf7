/** A model with its derivatives: fills the slopes by all constants at one row's predictors and gives the value. */
export type NistModel = (b: readonly number[], x: readonly number[], slopes: number[]) => number;

/** b₁ + b₂e^(−b₃x) + … : pairs of amplitude and rate at the given places, all derivatives by hand. */
function exponentials(level: number | null, pairs: readonly (readonly [number, number])[]): NistModel {
  return (b, [x], slopes) => {
    let value = 0;
    if (level !== null) {
      value = b[level];
      slopes[level] = 1;
    }
    for (const [amplitude, rate] of pairs) {
      const decay = Math.exp(-b[rate] * x);
      value += b[amplitude] * decay;
      slopes[amplitude] = decay;
      slopes[rate] = -x * b[amplitude] * decay;
    }
    return value;
  };
}

/** Quotient of polynomials, the denominator's constant 1: constants of the numerator first. */
function rational(above: number, below: number): NistModel {
  return (b, [x], slopes) => {
    let numerator = 0;
    for (let k = above; k >= 0; k--) numerator = numerator * x + b[k];
    let denominator = 0;
    for (let k = below; k > 0; k--) denominator = (denominator + b[above + k]) * x;
    denominator += 1;
    for (let k = 0; k <= above; k++) slopes[k] = x ** k / denominator;
    for (let k = 1; k <= below; k++) slopes[above + k] = (-(x ** k) * numerator) / denominator ** 2;
    return numerator / denominator;
  };
}

/** b₁(1 − e^(−b₂x)) */
const saturation: NistModel = (b, [x], slopes) => {
  slopes[0] = -Math.expm1(-b[1] * x);
  slopes[1] = b[0] * x * Math.exp(-b[1] * x);
  return b[0] * slopes[0];
};

const misra1b: NistModel = (b, [x], slopes) => {
  const q = 1 + (b[1] * x) / 2;
  slopes[0] = 1 - q ** -2;
  slopes[1] = b[0] * x * q ** -3;
  return b[0] * slopes[0];
};

const misra1c: NistModel = (b, [x], slopes) => {
  const q = 1 + 2 * b[1] * x;
  slopes[0] = 1 - q ** -0.5;
  slopes[1] = b[0] * x * q ** -1.5;
  return b[0] * slopes[0];
};

const misra1d: NistModel = (b, [x], slopes) => {
  const q = 1 + b[1] * x;
  slopes[0] = (b[1] * x) / q;
  slopes[1] = (b[0] * x) / q ** 2;
  return b[0] * slopes[0];
};

const power: NistModel = (b, [x], slopes) => {
  slopes[0] = x ** b[1];
  slopes[1] = b[0] * slopes[0] * Math.log(x);
  return b[0] * slopes[0];
};

const chwirut: NistModel = (b, [x], slopes) => {
  const q = b[1] + b[2] * x;
  const value = Math.exp(-b[0] * x) / q;
  slopes[0] = -x * value;
  slopes[1] = -value / q;
  slopes[2] = (-x * value) / q;
  return value;
};

/** A decaying exponential and two Gaussian peaks. */
const peaks: NistModel = (b, [x], slopes) => {
  slopes[0] = Math.exp(-b[1] * x);
  slopes[1] = -x * b[0] * slopes[0];
  let value = b[0] * slopes[0];
  for (const k of [2, 5]) {
    const z = (x - b[k + 1]) / b[k + 2];
    slopes[k] = Math.exp(-z * z);
    slopes[k + 1] = (2 * b[k] * slopes[k] * z) / b[k + 2];
    slopes[k + 2] = slopes[k + 1] * z;
    value += b[k] * slopes[k];
  }
  return value;
};

/** A level, a yearly cycle and two cycles of free length. */
const cycles: NistModel = (b, [x], slopes) => {
  slopes[0] = 1;
  let value = b[0];
  const add = (period: number, cosine: number, sine: number, at: number | null): void => {
    const angle = (2 * Math.PI * x) / period;
    slopes[cosine] = Math.cos(angle);
    slopes[sine] = Math.sin(angle);
    value += b[cosine] * slopes[cosine] + b[sine] * slopes[sine];
    if (at !== null) slopes[at] = ((b[cosine] * slopes[sine] - b[sine] * slopes[cosine]) * angle) / period;
  };
  add(12, 1, 2, null);
  add(b[3], 4, 5, 3);
  add(b[6], 7, 8, 6);
  return value;
};

const eckerle: NistModel = (b, [x], slopes) => {
  const z = (x - b[2]) / b[1];
  slopes[0] = Math.exp(-0.5 * z * z) / b[1];
  const value = b[0] * slopes[0];
  slopes[1] = (value * (z * z - 1)) / b[1];
  slopes[2] = (value * z) / b[1];
  return value;
};

const bennett: NistModel = (b, [x], slopes) => {
  const base = b[1] + x;
  slopes[0] = base ** (-1 / b[2]);
  const value = b[0] * slopes[0];
  slopes[1] = -value / (b[2] * base);
  slopes[2] = (value * Math.log(base)) / b[2] ** 2;
  return value;
};

const mgh09: NistModel = (b, [x], slopes) => {
  const numerator = x * (x + b[1]);
  const denominator = x * (x + b[2]) + b[3];
  slopes[0] = numerator / denominator;
  slopes[1] = (b[0] * x) / denominator;
  slopes[3] = (-b[0] * slopes[0]) / denominator;
  slopes[2] = x * slopes[3];
  return b[0] * slopes[0];
};

const mgh10: NistModel = (b, [x], slopes) => {
  const q = x + b[2];
  slopes[0] = Math.exp(b[1] / q);
  slopes[1] = (b[0] * slopes[0]) / q;
  slopes[2] = (-slopes[1] * b[1]) / q;
  return b[0] * slopes[0];
};

const nelson: NistModel = (b, [time, temperature], slopes) => {
  const decay = Math.exp(-b[2] * temperature);
  slopes[0] = 1;
  slopes[1] = -time * decay;
  slopes[2] = b[1] * time * temperature * decay;
  return b[0] - b[1] * time * decay;
};

const rat42: NistModel = (b, [x], slopes) => {
  const e = Math.exp(b[1] - b[2] * x);
  slopes[0] = 1 / (1 + e);
  slopes[1] = -b[0] * slopes[0] * slopes[0] * e;
  slopes[2] = -x * slopes[1];
  return b[0] * slopes[0];
};

const rat43: NistModel = (b, [x], slopes) => {
  const e = Math.exp(b[1] - b[2] * x);
  slopes[0] = (1 + e) ** (-1 / b[3]);
  const value = b[0] * slopes[0];
  slopes[1] = (-value * e) / (b[3] * (1 + e));
  slopes[2] = -x * slopes[1];
  slopes[3] = (value * Math.log1p(e)) / b[3] ** 2;
  return value;
};

const roszman: NistModel = (b, [x], slopes) => {
  const away = x - b[3];
  const share = 1 / (Math.PI * (away * away + b[2] * b[2]));
  slopes[0] = 1;
  slopes[1] = -x;
  slopes[2] = -away * share;
  slopes[3] = -b[2] * share;
  return b[0] - b[1] * x - Math.atan(b[2] / away) / Math.PI;
};

const lanczos = exponentials(null, [
  [0, 1],
  [2, 3],
  [4, 5],
]);

/** The models of the 27 nonlinear sets of the NIST Statistical Reference Datasets, by file name. */
export const NIST_MODELS: Readonly<Record<string, NistModel>> = {
  Bennett5: bennett,
  BoxBOD: saturation,
  Chwirut1: chwirut,
  Chwirut2: chwirut,
  DanWood: power,
  ENSO: cycles,
  Eckerle4: eckerle,
  Gauss1: peaks,
  Gauss2: peaks,
  Gauss3: peaks,
  Hahn1: rational(3, 3),
  Kirby2: rational(2, 2),
  Lanczos1: lanczos,
  Lanczos2: lanczos,
  Lanczos3: lanczos,
  MGH09: mgh09,
  MGH10: mgh10,
  MGH17: exponentials(0, [
    [1, 3],
    [2, 4],
  ]),
  Misra1a: saturation,
  Misra1b: misra1b,
  Misra1c: misra1c,
  Misra1d: misra1d,
  Nelson: nelson,
  Rat42: rat42,
  Rat43: rat43,
  Roszman1: roszman,
  Thurber: rational(3, 3),
};
