import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { binned } from '../../src/dynamics/binned';
import { oscillator } from '../../src/dynamics/curves/curveTable';
import { fillDampedResponse } from '../../src/dynamics/dampedResponse';
import { fitCurves } from '../../src/dynamics/fitCurves';
import { prepareSample } from '../../src/dynamics/sample';
import { searchCurve } from '../../src/dynamics/searchCurve';
import { curveWithNoise } from '../syntheticLog';
import type { BenchRow } from './benchRow';

interface Log {
  readonly t: Float64Array;
  readonly y: Float64Array;
}

type Fitter = (log: Log) => { sse: number };

const ROUNDS = 40;
const POINTS = 1000;

/** One log for each kind of damping, at the noise of a quiet run and of a loud one. */
const LOGS: Log[] = [0.3, 0.9, 2].flatMap((zeta, i) =>
  [0.02, 0.1].map((sigma, j) =>
    curveWithNoise(
      'oscillator',
      { R0: 0.2, plateau: 0.8, omega0: 0.02, zeta },
      POINTS,
      sigma,
      7 + 2 * i + j,
      [0.5],
    ),
  ),
);

/** Ours, from nothing but the data: grid, polish, all points. */
const ours: Fitter = ({ t, y }) => {
  const sample = prepareSample(t, y);
  const found = searchCurve(oscillator, sample, binned(sample), new Map());
  return { sse: found.sse * sample.scale * sample.scale };
};

interface Settings {
  readonly damping: number;
  readonly improvementThreshold: number;
  readonly maxIterations: number;
  readonly analytic: boolean;
}

const SETTINGS: Settings[] = [1e-4, 1e-2, 1].flatMap((damping) =>
  [1e-8, 1e-3].flatMap((improvementThreshold) =>
    [20, 60, 200].flatMap((maxIterations) =>
      [true, false].map((analytic) => ({ damping, improvementThreshold, maxIterations, analytic })),
    ),
  ),
);

/** Theirs, helped: analytic Jacobian, constants on a logarithmic scale, and a start one reads off the curve. */
function theirs({ damping, improvementThreshold, maxIterations, analytic }: Settings): Fitter {
  return ({ t, y }) => {
    const n = y.length;
    const mean = (from: number, to: number): number =>
      y.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
    const start = mean(0, 20);
    const plateau = mean(n - 100, n);
    const half = y.findIndex((value) => Math.abs(value - start) > Math.abs(value - plateau));
    const initialValues = [start, plateau, Math.log(2 / Math.max(1, half)), 0];
    const { parameterError } = levenbergMarquardt({ x: t, y }, model, {
      initialValues,
      damping,
      improvementThreshold,
      maxIterations,
      errorTolerance: 0,
      ...(analytic ? { jacobianFunction: jacobian } : { gradientDifference: 1e-6, centralDifference: true }),
    });
    return { sse: parameterError };
  };
}

function model([R0, plateau, logOmega, logZeta]: number[]): (t: number) => number {
  const [time, phi] = [new Float64Array(1), new Float64Array(1)];
  return (t) => {
    time[0] = t;
    fillDampedResponse(time, Math.exp(logOmega), Math.exp(logZeta), phi);
    return plateau - (plateau - R0) * phi[0];
  };
}

function jacobian([R0, plateau, logOmega, logZeta]: number[]): (t: number) => number[] {
  const [time, phi, byOmega, byZeta] = Array.from({ length: 4 }, () => new Float64Array(1));
  return (t) => {
    time[0] = t;
    fillDampedResponse(time, Math.exp(logOmega), Math.exp(logZeta), phi, byOmega, byZeta);
    const rise = R0 - plateau;
    return [phi[0], 1 - phi[0], rise * byOmega[0], rise * byZeta[0]];
  };
}

/** Milliseconds per log, and the sums of squares. */
function measure(fit: Fitter, rounds: number): { ms: number; sse: number[] } {
  const sse = LOGS.map((log) => fit(log).sse);
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    for (const log of LOGS) fit(log);
    return (performance.now() - begin) / LOGS.length;
  });
  return { ms: median(times), sse };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Worst sum of squares relative to ours: its best settings are the quickest of those that come closest. */
function bestSettings(reference: readonly number[]): { settings: Settings; excess: number } {
  const tried = SETTINGS.map((settings) => {
    const { ms, sse } = measure(theirs(settings), 3);
    return { settings, ms, excess: Math.max(...sse.map((value, i) => value / reference[i] - 1)) };
  });
  const least = Math.min(...tried.map(({ excess }) => excess));
  const close = tried.filter(({ excess }) => !(excess > Math.max(1e-6, 1.5 * least)));
  return close.reduce((best, next) => (next.ms < best.ms ? next : best));
}

/** The oscillator against ml-levenberg-marquardt, and what fitting a long log costs. */
export async function bench(): Promise<BenchRow[]> {
  const mine = measure(ours, ROUNDS);
  const { settings, excess } = bestSettings(mine.sse);
  const other = measure(theirs(settings), ROUNDS);
  if (other.sse.some((value, i) => value < mine.sse[i] * (1 - 1e-9)))
    throw new Error('ml-levenberg-marquardt found a lower sum of squares');
  const { damping, improvementThreshold, maxIterations, analytic } = settings;
  const jacobianKind = analytic ? 'analytic Jacobian' : 'central differences';
  const row: BenchRow = {
    name: `oscillator, ${POINTS} points, one fit`,
    ours: mine.ms,
    theirs: other.ms,
    unit: 'ms',
    must: null,
    aim: 0.1,
    ratio: mine.ms / other.ms,
    note:
      `its SSE is up to ${(100 * excess).toPrecision(2)} % higher; its best settings: damping ${damping}, ` +
      `threshold ${improvementThreshold}, ${maxIterations} iterations, ${jacobianKind}, a start read off the curve`,
  };
  return Promise.resolve([row, longLog(10_000), longLog(1000)]);
}

/** All curves with their rivals and intervals; the other side is the same points parsed from JSON lines. */
function longLog(n: number): BenchRow {
  const log = curveWithNoise(
    'oscillator',
    { R0: 0.2, plateau: 0.8, omega0: 0.02, zeta: 0.8 },
    n,
    0.1,
    3,
    [0.5],
  );
  const lines = Array.from(log.t, (step, i) =>
    JSON.stringify({
      step,
      reward: log.y[i],
      reward_std: 0.3,
      kl: 0.01,
      loss: 0.001,
      grad_norm: 0.5,
      learning_rate: 1e-6,
    }),
  );
  const time = (work: () => void): number => {
    for (let i = 0; i < 5; i++) work();
    return median(
      Array.from({ length: 15 }, () => {
        const begin = performance.now();
        work();
        return performance.now() - begin;
      }),
    );
  };
  const fit = time(() => fitCurves(log.t, log.y));
  const parse = time(() => lines.forEach((line) => void JSON.parse(line)));
  return {
    name: `all fits of ${n} points, against JSON.parse of their lines`,
    ours: fit,
    theirs: parse,
    unit: 'ms',
    must: null,
    aim: null,
    ratio: fit / parse,
  };
}
