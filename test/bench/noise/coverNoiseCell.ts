import { fitCurves } from '../../../src/dynamics/fitCurves';
import { constantReward } from '../../../src/dynamics/curves/nullCurves';
import { noiseParts } from '../../../src/dynamics/noise/noiseParts';
import { assessRegime } from '../../../src/dynamics/regime';
import { timesOf } from '../../../src/dynamics/times';
import { buildReport } from '../../../src/report/buildReport';
import { handMadeRun } from '../../handMadeRun';
import { seededNormal } from '../../syntheticLog';
import type { NoiseCell } from './noiseCells';

type Interval = readonly [number | null, number | null];

/** What one told run says, 95 % intervals; no temperature around a level, or without a stiffness. */
export interface Told {
  readonly process: Interval;
  readonly sampling: Interval;
  readonly temperature: Interval | null;
}

/** What the runs of one cell gave, as counts of runs. */
export interface NoiseCount {
  readonly runs: number;
  readonly told: readonly Told[];
  /** Not told apart: nothing carries over, it carries over in another way, or there is no curve to trust. */
  readonly white: number;
  readonly otherwise: number;
  readonly noCurve: number;
  /** Told runs whose interval holds the truth, and those that say a temperature. */
  readonly process: number;
  readonly sampling: number;
  readonly temperatures: number;
  readonly temperature: number;
}

/**
 * Separate the parts of simulated noises and count: around a level by `noiseParts` alone, around a curve through the Report.
 *
 * @param cell the truth
 * @param index number of the cell, which seeds the noise
 * @param runs simulated runs
 * @returns the counts
 */
export function coverNoiseCell(cell: NoiseCell, index: number, runs: number): NoiseCount {
  const say = cell.tau === null ? aroundLevel : aroundCurve;
  const found = Array.from({ length: runs }, (_, run) => say(simulated(cell, 1 + index * 10_000 + run)));
  const told = found.filter((parts) => typeof parts !== 'string');
  const because = (words: RegExp): number =>
    found.filter((parts) => typeof parts === 'string' && words.test(parts)).length;
  const temperatures = told.flatMap(({ temperature }) => (temperature === null ? [] : [temperature]));
  const heat = (2 * cell.process ** 2) / (cell.tau ?? NaN);
  return {
    runs,
    told,
    white: because(/nothing over/),
    otherwise: because(/another way/),
    noCurve: because(/no trusted curve/),
    process: told.filter((parts) => holds(parts.process, cell.process)).length,
    sampling: told.filter((parts) => holds(parts.sampling, cell.sampling)).length,
    temperatures: temperatures.length,
    temperature: temperatures.filter((interval) => holds(interval, heat)).length,
  };
}

function aroundLevel(rows: Float64Array): Told | string {
  const mean = rows.reduce((sum, value) => sum + value / rows.length, 0);
  const parts = noiseParts({
    residuals: rows.map((value) => value - mean),
    family: constantReward,
    times: timesOf(Float64Array.from(rows.keys())),
    shape: [],
  });
  if (typeof parts === 'string') return parts;
  return { process: parts.process.interval, sampling: parts.sampling.interval, temperature: null };
}

function aroundCurve(rows: Float64Array): Told | string {
  const steps = Float64Array.from(rows.keys());
  const fits = fitCurves(steps, rows);
  const assessment = assessRegime(fits, steps, rows);
  const report = buildReport({ run: handMadeRun(rows, {}, steps), fits, assessment, findings: [] });
  const { noise } = report.interpretation;
  if (!noise?.process?.interval || !noise.sampling?.interval)
    return report.notes.find((note) => note.startsWith('noise.process')) ?? 'no reason was given';
  return {
    process: noise.process.interval,
    sampling: noise.sampling.interval,
    temperature: noise.temperature?.interval ?? null,
  };
}

/** The rows of one run. */
function simulated({ n, rho, process, sampling, tau }: NoiseCell, seed: number): Float64Array {
  const draw = seededNormal(seed);
  let x = process * draw();
  return Float64Array.from({ length: n }, (_, row) => {
    x = rho * x + process * Math.sqrt(1 - rho * rho) * draw();
    return x + sampling * draw() + (tau === null ? 0 : 0.7 - 0.5 * Math.exp(-row / tau));
  });
}

function holds([low, high]: Interval, truth: number): boolean {
  return (low === null || low <= truth) && (high === null || truth <= high);
}
