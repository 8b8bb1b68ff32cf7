import { evaluateCurve } from '../../src/dynamics/evaluateCurve';
import type { CurveName } from '../../src/dynamics/fit';
import { noiseCeiling } from '../../src/dynamics/noiseCeiling';
import { autoregressiveNoise, seededNormal } from '../syntheticLog';

/** A simulated run whose mean is known at every row. */
export interface SyntheticRun {
  readonly name: string;
  readonly y: Float64Array;
  readonly mean: Float64Array;
}

/** Seeded numbers, evenly on (0, 1), from two normal ones. */
function uniformFrom(normal: () => number): () => number {
  return () => Math.atan2(normal(), normal()) / (2 * Math.PI) + 0.5;
}

type Shape = (steps: number, uniform: () => number) => readonly [CurveName, Readonly<Record<string, number>>];

/** Characteristic times are spread evenly (on a log scale) from a thirtieth of the run to three times its length. */
const timescale = (steps: number, uniform: () => number): number => steps * (1 / 30) * 90 ** uniform();

const SHAPES: Readonly<Record<string, Shape>> = {
  exponential: (n, u) => ['exponential', { tau: timescale(n, u) }],
  inertial: (n, u) => ['inertial', { omega0: 2 / timescale(n, u), zeta: 1 + 3 * u() }],
  ringing: (n, u) => ['oscillator', { omega0: (2 * Math.PI * (1 + 4 * u())) / n, zeta: 0.1 + 0.4 * u() }],
  logistic: (n, u) => {
    const midpoint = timescale(n, u);
    return ['logistic', { midpoint, rate: (2 + 4 * u()) / midpoint }];
  },
  hill: (n, u) => ['hill', { cMid: timescale(n, u), exponent: 0.6 + 2 * u() }],
};

/** AR coefficient of the process noise, and the share of the variance that is a batch's sampling noise. */
const NOISES = [
  [0, 0],
  [0.5, 0],
  [0.9, 0.5],
  [0.98, 0.7],
  [0.995, 0.8],
] as const;

const KINDS = [
  ...Object.keys(SHAPES).filter((name) => name !== 'ringing'),
  'two stages',
  'ringing',
  'level',
] as const;

/**
 * A run with everything about it drawn at random: kind of curve, length, timescale, rise, noise. Rewards are shares of
 * right answers: a mean outside [0.02, 0.98] is drawn again. One in seven is no curve of ours (two stages), one a level
 * with slow wandering.
 *
 * @param seed the same seed, the same run
 */
export function syntheticRun(seed: number): SyntheticRun {
  for (let attempt = 0; ; attempt++) {
    const run = draw(seed * 1000 + attempt, KINDS[seed % KINDS.length]);
    const inRange = run.mean.every((value) => value > 0.02 && value < 0.98);
    if (inRange && (noiseCeiling(run.y) ?? 0) >= 0.3) return run;
    // A level has nothing to explain but its wandering: it is kept as it is.
    if (inRange && run.name === 'level') return run;
  }
}

function draw(seed: number, name: string): SyntheticRun {
  const normal = seededNormal(seed);
  const uniform = uniformFrom(normal);
  const n = Math.round(60 * 15 ** uniform());
  const R0 = 0.05 + 0.5 * uniform();
  const rise = (uniform() < 0.15 ? -0.3 : 0.9) * uniform();
  const curve = (kind: string, from: number, by: number): Float64Array => {
    const [curveName, shape] = SHAPES[kind](n, uniform);
    return Float64Array.from({ length: n }, (_, t) =>
      evaluateCurve(curveName, { ...shape, R0: from, plateau: from + by }, t),
    );
  };
  const mean =
    name === 'level'
      ? new Float64Array(n).fill(R0)
      : name === 'two stages'
        ? sum(curve('exponential', R0, rise / 2), curve('logistic', 0, rise / 2))
        : curve(name, R0, rise);
  const sigma = (0.02 + 0.06 * uniform()) * (name === 'level' ? 1 : 2 * Math.abs(rise) + 0.2);
  const [rho, sampling] = NOISES[Math.floor(uniform() * NOISES.length)];
  const process = autoregressiveNoise(n, rho === 0 ? [] : [rho], normal);
  const y = mean.map(
    (value, i) => value + sigma * (Math.sqrt(1 - sampling) * process[i] + Math.sqrt(sampling) * normal()),
  );
  return { name, y, mean };
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]);
}
