import { t } from '@vscode/l10n';
import { smoothed } from '../dynamics/movingNoise';
import { correlationFromZeroStd, expectedZeroStd } from './betaBinomial';
import { DIAGNOSIS } from './constants';
import { changeRow } from './changeRow';
import { atEnd, between, type Column, type Evidences } from './evidenceOf';
import { expectedDeadGroups, type Expectation } from './expectedDeadGroups';
import type { Evidence } from './finding';
import { figure, percent, whole } from './figures';
import { above, absent, notAssessable, type Judgement } from './judgement';
import { missingColumn } from './missingColumn';
import { nothingPaid } from './nothingPaid';
import { indexOfMost } from './signal';
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
  const expected = expectedDeadGroups(evidences, zero);
  const stall = belowNow(stallOf(evidences), evidences.ceiling);
  const seen = evidenceOf(zero, dead, expected);
  const byShare = above(dead, thresholdOf(expected.value));
  if (byShare <= 0) return absent(-byShare, enoughLeft(dead, expected), [seen]);
  if (stall.room === null && !isAtItsFloor(evidences, stall))
    return notAssessable(
      t(
        '{0} of the groups give no gradient, and the reward has no known ceiling: whether they are solved or starved cannot be told.',
        percent(dead),
      ),
      [t('Log the share of right answers beside the reward: its ceiling is 1.')],
      [seen],
    );
  const byRoom = stall.room === null ? 0.3 : above(stall.room, DIAGNOSIS.room);
  if (byRoom <= 0)
    return absent(
      -byRoom,
      t(
        '{0} of the groups give no gradient because they are solved: the reward stands at {1}, near its ceiling.',
        ...[percent(dead), figure(stall.end)],
      ),
      [seen],
    );
  return (
    stillRising(dead, stall, seen) ??
    present(evidences, zero, { dead, expected, stall, margin: Math.min(byShare * 3, byRoom, 1) })
  );
}

function enoughLeft(dead: number, { value, from }: Expectation): string {
  return value === null
    ? t('{0} of the groups give no gradient: enough are left to learn from.', percent(dead))
    : t(
        '{0} of the groups give no gradient, {1} would be expected ({2}): enough are left to learn from.',
        ...[percent(dead), percent(value), from],
      );
}

/** Groups that are left carry the reward on, or may: no stall to be named. */
function stillRising(dead: number, stall: Stall, seen: Evidence): Judgement | null {
  if (stall.course === 'rises')
    return absent(
      0.2,
      t('{0} of the groups give no gradient, and the reward still rises on the others.', percent(dead)),
      [seen],
    );
  if (stall.course === 'stalled' || stall.gain < DIAGNOSIS.leastGain) return null;
  return notAssessable(
    t(
      '{0} of the groups give no gradient; whether the reward still rises on the others cannot be told: {1}.',
      ...[percent(dead), gainSaid(stall)],
    ),
    [t('Wait for more rows, or take more prompts a step: the noise of the reward hides what it gains.')],
    [seen],
  );
}

/** The share from which groups without gradient are too many, given what the reward's level explains. */
function thresholdOf(expected: number | null): number {
  const explained = expected === null ? 0 : expected + DIAGNOSIS.deadExcess;
  return Math.min(Math.max(DIAGNOSIS.deadShare, explained), DIAGNOSIS.starvedShare);
}

/** What counts is the room above the level now: data out of reach may have taken a solved reward down. */
function belowNow(stall: Stall, ceiling: number | null): Stall {
  return { ...stall, room: ceiling === null ? null : ceiling - stall.end };
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
        ? t('below {0}; nothing in the log tells what this reward explains', percent(DIAGNOSIS.deadShare))
        : t('{0} ({1})', figure(expected.value), expected.from),
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
  return {
    verdict: 'present',
    severity: dead >= DIAGNOSIS.starvedShare ? 'error' : 'warning',
    margin,
    step,
    summary: t(
      '{0}, and {1}, {2} below its ceiling: {3} of the rollouts since step {4} taught nothing.',
      ...[deadSaid(dead, expected, floor), stillSaid(stall), figure(stall.room ?? 0)],
      ...[percent(wasted), whole(step)],
    ),
    evidence: [
      evidenceOf(zero, dead, expected),
      {
        metric: reward.key,
        step: reward.steps[reward.steps.length - 1],
        value: stall.end,
        expected: t(
          'a rise: {0} is left to the ceiling; the last third gained {1}, at most {2} of that',
          ...[figure(stall.room ?? 0), ...gained(stall)],
        ),
      },
    ],
    outlook: t(
      'With {0} of the groups alive the force is {1} of what full groups would give: the reward stays near {2}.',
      ...[percent(1 - dead), figure(1 - dead), figure(stall.end)],
    ),
    advice: adviceOf(evidences, dead, floor),
  };
}

/** What the last third gained, and the most it may have. */
function gainSaid(stall: Stall): string {
  return t('the last third gained {0}, at most {1}', ...gained(stall));
}

function gained({ gain, mostGain }: Stall): readonly [string, string] {
  return [percent(Math.max(0, gain)), percent(Math.max(0, mostGain))];
}

/** The share without gradient, and what it should be. */
function deadSaid(dead: number, { value }: Expectation, floor: boolean): string {
  const share = floor
    ? t('{0} of the groups give no gradient (all their answers are wrong)', percent(dead))
    : t('{0} of the groups give no gradient (their answers are all right or all wrong)', percent(dead));
  return value === null ? share : t('{0}, {1} would be expected', share, percent(value));
}

function stillSaid({ course, end }: Stall): string {
  return course === 'stalled'
    ? t('the reward stands still at {0}', figure(end))
    : t('no rise of the reward is seen beyond its noise, at {0}', figure(end));
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
    ? t(
        'Take prompts that are right now and then (pass rate 0.1 … 0.9 over a few hundred samples), or pay partial answers.',
      )
    : t(
        'Drop prompts that were all right or all wrong twice in a row and sample others in their place (dynamic sampling): alive groups {0} → near 100 % of each batch.',
        percent(1 - dead),
      );
  if (G === null)
    return [data, t('Log or give the group size (--group-size) to see what larger groups would bring.')];
  const mean = Math.min(0.999, Math.max(0.001, atEnd(reward)));
  const rho = correlationFromZeroStd(mean, dead, G);
  return [
    data,
    t(
      'Group size {0} → {1} would bring the share of dead groups from {2} to about {3} (beta-binomial, ρ {4}), at twice the rollouts.',
      ...[G, 2 * G, percent(dead), percent(expectedZeroStd(mean, rho, 2 * G)), figure(rho)],
    ),
  ];
}
