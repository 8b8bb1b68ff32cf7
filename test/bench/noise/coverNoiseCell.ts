import { constantReward } from '../../../src/dynamics/curves/nullCurves';
import { noiseParts, type NoisePart, type NoiseParts } from '../../../src/dynamics/noise/noiseParts';
import { timesOf } from '../../../src/dynamics/times';
import { seededNormal } from '../../syntheticLog';
import type { NoiseCell } from './noiseCells';

/** What the runs of one cell gave, as counts of runs. */
export interface NoiseCount {
  readonly runs: number;
  readonly told: readonly NoiseParts[];
  /** Not told apart: nothing carries over, or it carries over in another way. */
  readonly white: number;
  readonly otherwise: number;
  /** Told runs whose interval holds the truth. */
  readonly process: number;
  readonly sampling: number;
}

/**
 * Separate the parts of simulated noises and count.
 *
 * @param cell the truth
 * @param index number of the cell, which seeds the noise
 * @param runs simulated runs
 * @returns the counts
 */
export function coverNoiseCell(cell: NoiseCell, index: number, runs: number): NoiseCount {
  const times = timesOf(Float64Array.from({ length: cell.n }, (_, i) => i));
  const found = Array.from({ length: runs }, (_, run) =>
    noiseParts({
      residuals: simulated(cell, 1 + index * 10_000 + run),
      family: constantReward,
      times,
      shape: [],
    }),
  );
  const told = found.filter((parts) => typeof parts !== 'string');
  const because = (word: string): number =>
    found.filter((parts) => typeof parts === 'string' && parts.includes(word)).length;
  return {
    runs,
    told,
    white: because('nothing over'),
    otherwise: because('another way'),
    process: told.filter((parts) => holds(parts.process, cell.process)).length,
    sampling: told.filter((parts) => holds(parts.sampling, cell.sampling)).length,
  };
}

/** Less its mean, the level that was fitted. */
function simulated({ n, rho, process, sampling }: NoiseCell, seed: number): Float64Array {
  const draw = seededNormal(seed);
  let x = process * draw();
  const rows = Float64Array.from({ length: n }, () => {
    x = rho * x + process * Math.sqrt(1 - rho * rho) * draw();
    return x + sampling * draw();
  });
  const mean = rows.reduce((sum, value) => sum + value / n, 0);
  return rows.map((value) => value - mean);
}

function holds({ interval: [low, high] }: NoisePart, truth: number): boolean {
  return low <= truth && truth <= high;
}
