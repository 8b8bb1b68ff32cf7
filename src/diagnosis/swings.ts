import { median, smoothed } from '../dynamics/movingNoise';
import { DIAGNOSIS } from './constants';
import { rangeOf, stepNoise } from './signal';

/** Turns of a reward about its level: peak, trough, peak … */
export interface Swings {
  /** Largest less smallest level. */
  readonly range: number;
  /** A swing is at least so high, peak to trough. */
  readonly least: number;
  /** How many turns there are, regular or not. */
  readonly count: number;
  /** Rows of the longest stretch of turns that come regularly. */
  readonly turns: readonly number[];
  /** Rows from turn to turn, in the middle. */
  readonly half: number;
  /** Peak to trough between neighbouring regular turns, reward units. */
  readonly heights: readonly number[];
  /** Row where they begin: the first smaller turn that leads up to them as regularly; else the first of them. */
  readonly start: number;
}

/** Rows of the level: a sixtieth of them, three at least. */
const LEVEL_SHARE = 1 / 60;

/** The swings of a reward that are beyond its noise and a fair share of its range. */
export function swingsOf(values: Float64Array): Swings {
  const width = Math.max(3, Math.round(LEVEL_SHARE * values.length));
  const level = smoothed(values, width);
  const [low, high] = rangeOf(level);
  const error = (DIAGNOSIS.swingErrors * Math.SQRT2 * stepNoise(values)) / Math.sqrt(width);
  const least = Math.max(DIAGNOSIS.swingShare * (high - low), error);
  const all = turnsOf(level, least);
  const turns = regularRun(all);
  const half = median(gapsOf(turns));
  return {
    range: high - low,
    least,
    count: all.length,
    turns,
    half,
    heights: turns.slice(1).map((turn, i) => Math.abs(level[turn] - level[turns[i]])),
    start: startOf(turns, half, turnsOf(level, DIAGNOSIS.firstSwing * least)),
  };
}

function startOf(turns: readonly number[], half: number, smaller: readonly number[]): number {
  const earlier = smaller.filter((turn) => turn < turns[0]).reverse();
  let start = turns.at(0) ?? 0;
  for (const turn of earlier) {
    if (!isRegular(start - turn, half)) break;
    start = turn;
  }
  return start;
}

function isRegular(gap: number, middle: number): boolean {
  return gap < DIAGNOSIS.swingRegular * middle && gap > middle / DIAGNOSIS.swingRegular;
}

function regularRun(turns: readonly number[]): readonly number[] {
  let best: readonly number[] = [];
  for (let from = 0; from < turns.length; from++)
    for (let to = turns.length; to - from > best.length; to--) {
      const run = turns.slice(from, to);
      const gaps = gapsOf(run);
      const middle = median(gaps);
      if (gaps.every((gap) => isRegular(gap, middle))) best = run;
    }
  return best;
}

function gapsOf(turns: readonly number[]): number[] {
  return turns.slice(1).map((turn, i) => turn - turns[i]);
}

/** Rows where the level turns by more than `least`, after its first rise. */
function turnsOf(level: Float64Array, least: number): number[] {
  const turns: number[] = [];
  let extreme = 0;
  let direction = 1;
  level.forEach((value, i) => {
    if (direction * (value - level[extreme]) > 0) extreme = i;
    else if (direction * (level[extreme] - value) > least) {
      turns.push(extreme);
      direction = -direction;
      extreme = i;
    }
  });
  return turns;
}
