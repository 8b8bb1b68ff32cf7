import type { FittedRun } from '../../../src/compare/fittedRun';
import type { Measured } from '../../../src/compare/difference';
import { groupSetting } from '../../../src/compare/groupSize/groupSetting';
import { noiseLaw, timescaleLaw } from '../../../src/compare/groupSize/optimizerLaws';
import { pathTest, type OpenPath } from '../../../src/compare/groupSize/pathTest';
import { predictedPath } from '../../../src/compare/groupSize/predictedPath';
import { processNoise } from '../../../src/compare/groupSize/processNoise';
import type { RatioLaw } from '../../../src/compare/groupSize/ratioLaw';
import { sharedCurve } from '../../../src/compare/sharedCurve';
import type { NotAssessable } from '../../../src/compare/answer';
import { groupSizeRuns, type GroupSizeCell } from './groupSizeCells';
import { medianOf, pairsAcross } from './pairsAcross';

/** What the pairs of one cell say. */
export interface GroupSizeCoverage {
  readonly pairs: number;
  readonly paths: PathCount;
  readonly timescale: LawCount;
  readonly noise: LawCount;
}

/** Mean-path tests: how many could be made, and how many reject what is predicted. */
export interface PathCount {
  readonly asked: number;
  readonly rejected: number;
}

/** A law's ratios: how many were measured, whose interval holds the prediction, and their verdicts. */
export interface LawCount {
  readonly asked: number;
  readonly held: number;
  readonly agrees: number;
  readonly disagrees: number;
  /** Median measured ratio and prediction; NaN where none was asked. */
  readonly median: number;
  readonly predicted: number;
}

interface Side {
  readonly fitted: FittedRun;
  readonly noise: Measured | string;
}

export function groupSizeCoverage(cell: GroupSizeCell, runs: number): GroupSizeCoverage {
  const seed = 200_001 + 1000 * cell.groupSizes[0] + cell.rows;
  const sides = ([0, 1] as const).map((which) =>
    groupSizeRuns(cell, which, runs, seed + 500 * which).map((fitted): Side => ({
      fitted,
      noise: processNoise(fitted),
    })),
  );
  const answers = pairsAcross(sides[0], sides[1], asked);
  const paths = answers.flatMap(({ path }) => ('p' in path ? [path.p] : []));
  return {
    pairs: answers.length,
    paths: { asked: paths.length, rejected: paths.filter((p) => p < 0.05).length },
    timescale: countOf(answers.map(({ timescale }) => timescale)),
    noise: countOf(answers.map(({ noise }) => noise)),
  };
}

interface Asked {
  readonly path: OpenPath;
  readonly timescale: RatioLaw | NotAssessable;
  readonly noise: RatioLaw | NotAssessable;
}

function asked(a: Side, b: Side): Asked {
  const runs = [a.fitted, b.fitted] as const;
  const setting = groupSetting(...runs);
  if (setting?.because !== null)
    throw new Error(`a simulated pair cannot be asked: ${setting?.because ?? ''}`);
  const curve = sharedCurve(runs);
  const predicted = predictedPath(setting, a.fitted, curve);
  return {
    path: pathTest(...runs, curve, predicted),
    timescale: timescaleLaw(runs, predicted, curve),
    noise: noiseLaw(setting, [a.noise, b.noise]),
  };
}

function countOf(laws: readonly (RatioLaw | NotAssessable)[]): LawCount {
  const told = laws.flatMap((law) => (law.verdict === 'not-assessable' ? [] : [law]));
  return {
    asked: told.length,
    held: told.filter(holds).length,
    agrees: told.filter(({ verdict }) => verdict === 'agrees').length,
    disagrees: told.filter(({ verdict }) => verdict === 'does-not-agree').length,
    median: medianOf(told.map(({ value }) => value)),
    predicted: medianOf(told.map(({ predicted }) => predicted)),
  };
}

function holds({ interval: [low, high], predicted }: RatioLaw): boolean {
  return (low ?? 0) <= predicted && predicted <= (high ?? Infinity);
}
