import { smoothed } from '../dynamics/movingNoise';
import { correlationFromStd, correlationFromZeroStd, expectedZeroStd } from './betaBinomial';
import { DIAGNOSIS } from './constants';
import { changeRow } from './changeRow';
import { atEnd, atStart, between, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, percent, whole } from './figures';
import { above, absent, notAssessable, type Judgement } from './judgement';
import { missingColumn } from './missingColumn';
import { indexOfMost, meanOf } from './signal';
import { stallOf, type Stall } from './stall';

/**
 * Advantage degeneracy: groups of equal rewards give no force, and the reward stands still below its ceiling. A high share
 * at the ceiling is mastery, a high share that the reward's level explains is normal (theory.md §6).
 */
export function judgeAdvantageDegeneracy(evidences: Evidences): Judgement {
  const zero = evidences.column('zeroStdFraction');
  if (zero === null || zero.values.length < DIAGNOSIS.fewestRows / 2) {
    const { summary, advice } = missingColumn('advantage-degeneracy', evidences.stack);
    return nothingPaid(evidences) ?? notAssessable(summary, advice);
  }
  const dead = atEnd(zero);
  const expected = expectationOf(evidences, zero);
  const stall = belowNow(stallOf(evidences), evidences.ceiling);
  const seen = evidenceOf(zero, dead, expected);
  const byShare = above(dead, thresholdOf(expected.value));
  if (byShare <= 0)
    return absent(
      -byShare,
      `${percent(dead)} of the groups give no gradient${expected.value === null ? '' : `, ${percent(expected.value)} would be expected (${expected.from})`}: enough are left to learn from.`,
      [seen],
    );
  if (stall.room === null && !isAtItsFloor(evidences, stall))
    return notAssessable(
      `${percent(dead)} of the groups give no gradient, and the reward has no known ceiling: whether they are solved or starved cannot be told.`,
      ['Log the share of right answers beside the reward: its ceiling is 1.'],
      [seen],
    );
  const byRoom = stall.room === null ? 0.3 : above(stall.room, DIAGNOSIS.room);
  if (byRoom <= 0)
    return absent(
      -byRoom,
      `${percent(dead)} of the groups give no gradient because they are solved: the reward stands at ${figure(stall.end)}, near its ceiling.`,
      [seen],
    );
  return (
    stillRising(dead, stall, seen) ??
    present(evidences, zero, { dead, expected, stall, margin: Math.min(byShare * 3, byRoom, 1) })
  );
}

/** Groups that are left carry the reward on, or may: no stall to be named. */
function stillRising(dead: number, stall: Stall, seen: Evidence): Judgement | null {
  const groups = `${percent(dead)} of the groups give no gradient`;
  if (stall.course === 'rises')
    return absent(0.2, `${groups}, and the reward still rises on the others.`, [seen]);
  if (stall.course === 'stalled' || stall.gain < DIAGNOSIS.leastGain) return null;
  return notAssessable(
    `${groups}; whether the reward still rises on the others cannot be told: ${gainSaid(stall)}.`,
    ['Wait for more rows, or take more prompts a step: the noise of the reward hides what it gains.'],
    [seen],
  );
}

/** The share from which groups without gradient are too many, given what the reward's level explains. */
function thresholdOf(expected: number | null): number {
  const explained = expected === null ? 0 : expected + DIAGNOSIS.deadExcess;
  return Math.min(Math.max(DIAGNOSIS.deadShare, explained), DIAGNOSIS.starvedShare);
}

/** A mean of exactly 0 over rewards that are never below 0 says that no answer was paid: no group had a spread. */
function nothingPaid({ reward, run, ceiling }: Evidences): Judgement | null {
  const { values, steps } = reward;
  if (ceiling === null || values.some((value) => value !== 0)) return null;
  return {
    verdict: 'present',
    severity: 'error',
    margin: 1,
    isCertain: true,
    step: steps[0],
    summary: `Every one of the ${whole(values.length)} rows has a reward of 0: no answer was ever paid, so no group gives a gradient.`,
    evidence: [
      { metric: reward.key, step: steps[steps.length - 1], value: 0, expected: 'some answers that are paid' },
    ],
    outlook: 'Without a gradient the policy stays what it is: the reward stays 0.',
    advice: [
      'Check the reward function on an answer you know to be right.',
      'Take prompts that are right now and then: pass rate 0 → 0.1 … 0.9, or pay partial answers.',
      ...(run.series.has('zeroStdFraction')
        ? []
        : [missingColumn('advantage-degeneracy', 'other').advice[0]]),
    ],
  };
}

/** What counts is the room above the level now: data out of reach may have taken a solved reward down. */
function belowNow(stall: Stall, ceiling: number | null): Stall {
  return { ...stall, room: ceiling === null ? null : ceiling - stall.end };
}

interface Expectation {
  /** Null where nothing tells. */
  readonly value: number | null;
  readonly from: string;
  /** Intra-class correlation it was made with. */
  readonly rho: number | null;
}

/**
 * What share of equal groups the reward's level explains: the beta-binomial with the prompt differences of the run's own
 * start, for 0/1 rewards of a known group size; else the run's own lowest stretch.
 */
function expectationOf(evidences: Evidences, zero: Column): Expectation {
  const G = evidences.setting('groupSize');
  const end = Math.min(1, Math.max(0, atEnd(evidences.reward)));
  const start = atStart(evidences.reward);
  if (evidences.ceiling === 1 && G !== null && G >= 2 && start > 0.01 && start < 0.99) {
    const std = evidences.column('rewardStd');
    const rho =
      std === null
        ? correlationFromZeroStd(start, atStart(zero), G)
        : correlationFromStd(start, atStart(std), G);
    return {
      value: expectedZeroStd(end, rho, G),
      from: `beta-binomial at reward ${figure(end)}, group size ${G}, prompts as different as at the start (ρ ${figure(rho)}, from ${std?.key ?? zero.key})`,
      rho,
    };
  }
  const sorted = smoothed(zero.values, Math.max(3, Math.round(zero.values.length / 20))).sort();
  const quarter = meanOf(sorted, 0, Math.max(1, sorted.length >> 2));
  return {
    value: quarter > DIAGNOSIS.starvedShare - DIAGNOSIS.deadExcess ? null : quarter,
    from: 'the lowest quarter of this run',
    rho: null,
  };
}

function isAtItsFloor({ reward, level }: Evidences, { end }: Stall): boolean {
  const low = level.reduce((a, b) => Math.min(a, b));
  const high = level.reduce((a, b) => Math.max(a, b));
  return end - low <= 0.1 * Math.max(high - low, 2 * reward.noise.sigma);
}

function evidenceOf(zero: Column, dead: number, expected: Expectation): Evidence {
  return {
    metric: zero.key,
    step: zero.steps[zero.steps.length - 1],
    value: dead,
    expected:
      expected.value === null
        ? `below ${percent(DIAGNOSIS.deadShare)}; nothing in the log tells what this reward explains`
        : `${figure(expected.value)} (${expected.from})`,
  };
}

function present(
  evidences: Evidences,
  zero: Column,
  { dead, expected, stall, margin }: { dead: number; expected: Expectation; stall: Stall; margin: number },
): Judgement {
  const { reward } = evidences;
  const step = onsetOf(evidences, zero, dead, stall);
  const wasted = between(zero, step, Infinity);
  const floor = stall.end < 0.1;
  const kind = floor ? 'all their answers are wrong' : 'their answers are all right or all wrong';
  return {
    verdict: 'present',
    severity: dead >= DIAGNOSIS.starvedShare ? 'error' : 'warning',
    margin,
    step,
    summary: `${percent(dead)} of the groups give no gradient (${kind})${expected.value === null ? '' : `, ${percent(expected.value)} would be expected`}, and ${stillSaid(stall)} at ${figure(stall.end)}, ${figure(stall.room ?? 0)} below its ceiling: ${percent(wasted)} of the rollouts since step ${whole(step)} taught nothing.`,
    evidence: [
      evidenceOf(zero, dead, expected),
      {
        metric: reward.key,
        step: reward.steps[reward.steps.length - 1],
        value: stall.end,
        expected: `a rise: ${figure(stall.room ?? 0)} is left to the ceiling; ${gainSaid(stall)} of that`,
      },
    ],
    outlook: `With ${percent(1 - dead)} of the groups alive the force is ${figure(1 - dead)} of what full groups would give: the reward stays near ${figure(stall.end)}.`,
    advice: adviceOf(evidences, dead, floor),
  };
}

/** What the last third gained, and the most it may have. */
function gainSaid({ gain, mostGain }: Stall): string {
  return `the last third gained ${percent(Math.max(0, gain))}, at most ${percent(Math.max(0, mostGain))}`;
}

function stillSaid({ course }: Stall): string {
  return course === 'stalled' ? 'the reward stands still' : 'no rise of the reward is seen beyond its noise,';
}

/** The later of two: the share of dead groups is up for good, and the reward has what it gained. */
function onsetOf({ reward, level }: Evidences, zero: Column, dead: number, stall: Stall): number {
  const smooth = smoothed(zero.values, Math.max(3, Math.round(zero.values.length / 25)));
  const low = smooth.reduce((a, b) => Math.min(a, b));
  const deadFrom = zero.steps[dead - low < 0.15 ? 0 : changeRow(zero.values)];
  // A reward that came down to where it stands was put there by the data: the change counts, not the rise before it.
  const cameDown = stall.best - stall.end > 0.15;
  if (cameDown) {
    const top = indexOfMost(level);
    return reward.steps[top + changeRow(reward.values.subarray(top))];
  }
  const gained = stall.end - level[0];
  return Math.max(deadFrom, gained > 0.05 ? reward.steps[stall.since] : reward.steps[0]);
}

function adviceOf({ setting, reward }: Evidences, dead: number, floor: boolean): string[] {
  const G = setting('groupSize');
  const data = floor
    ? 'Take prompts that are right now and then (pass rate 0.1 … 0.9 over a few hundred samples), or pay partial answers.'
    : 'Drop prompts that were all right or all wrong twice in a row and sample others in their place (dynamic sampling): alive groups ' +
      `${percent(1 - dead)} → near 100 % of each batch.`;
  if (G === null)
    return [data, 'Log or give the group size (--group-size) to see what larger groups would bring.'];
  const mean = Math.min(0.999, Math.max(0.001, atEnd(reward)));
  const rho = correlationFromZeroStd(mean, dead, G);
  return [
    data,
    `Group size ${G} → ${2 * G} would bring the share of dead groups from ${percent(dead)} to about ${percent(expectedZeroStd(mean, rho, 2 * G))} (beta-binomial, ρ ${figure(rho)}), at twice the rollouts.`,
  ];
}
