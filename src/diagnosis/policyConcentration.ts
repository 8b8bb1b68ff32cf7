import { t } from '@vscode/l10n';
import { inARow } from '../run/listInWords';
import { smoothed } from '../dynamics/movingNoise';
import { concentrationAdvice, rateAdvice } from './concentrationAdvice';
import { DIAGNOSIS } from './constants';
import { entropyLaw, type EntropyLaw } from './entropyLaw';
import { atEnd, atStart, isInformative, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, percent, whole } from './figures';
import { above, absent, notAssessable, type Judgement } from './judgement';
import { missingColumn } from './missingColumn';
import { outOfReachAtStart } from './outOfReachAtStart';
import { meanOf } from './signal';
import { stallOf, type Stall } from './stall';

/**
 * Policy concentration: the entropy is spent and the reward it bought falls short. An entropy that falls is normal, one that
 * settles too; at the floor with the reward near its ceiling the task is solved. Prompts that gave no gradient before the
 * entropy was spent were out of reach anyway and are taken off the room (theory.md §6).
 */
export function judgePolicyConcentration(evidences: Evidences): Judgement {
  const entropy = evidences.column('entropy');
  if (entropy === null || entropy.values.length < DIAGNOSIS.fewestRows / 2) {
    const { summary, advice } = missingColumn('policy-concentration', evidences.stack);
    return notAssessable(summary, advice);
  }
  if (entropy.values.every((value) => value === entropy.values[0]))
    return notAssessable(t('{0} is constant throughout: it says nothing about the policy.', entropy.key));
  const start = startOf(entropy);
  const end = atEnd(entropy);
  const left = end / start;
  const seen = floorEvidence(entropy, start, end);
  if (!(start > 0))
    return notAssessable(t('{0} is not positive at the start: no entropy can be spent.', entropy.key));
  if (left >= DIAGNOSIS.entropyFloor)
    return absent(
      Math.min(1, above(left, DIAGNOSIS.entropyFloor)),
      left > 1.2
        ? t(
            'The entropy has grown to {0} times its start; a rise is no concentration: the policy still tries other answers.',
            figure(left),
          )
        : t('{0} of the entropy is left: the policy still tries other answers.', percent(left)),
      [seen],
    );
  return bySpending(evidences, entropy, { start, left, seen });
}

/** The entropy at the end against the floor. */
function floorEvidence(entropy: Column, start: number, end: number): Evidence {
  return {
    metric: entropy.key,
    step: entropy.steps[entropy.steps.length - 1],
    value: end,
    expected: t(
      'above {0}, {1} of its start ({2})',
      ...[figure(DIAGNOSIS.entropyFloor * start), percent(DIAGNOSIS.entropyFloor), figure(start)],
    ),
  };
}

/** The entropy is spent: was it spent well? */
function bySpending(
  evidences: Evidences,
  entropy: Column,
  { start, left, seen }: { readonly start: number; readonly left: number; readonly seen: Evidence },
): Judgement {
  const byFloor = above(DIAGNOSIS.entropyFloor, Math.max(left, 1e-3));
  const stall = stallOf(evidences);
  if (stall.room === null)
    return notAssessable(
      t(
        'The entropy is at {0} of its start, and the reward has no known ceiling: whether it was spent well cannot be told.',
        percent(left),
      ),
      [t('Log the share of right answers beside the reward: its ceiling is 1.')],
    );
  const unreachable = outOfReachAtStart(evidences, entropy, start);
  const room = roomOf(stall);
  const byRoom =
    unreachable >= DIAGNOSIS.unreachable * room
      ? -unreachable / Math.max(room, 0.1)
      : above(room, DIAGNOSIS.room);
  if (byRoom <= 0) return absent(Math.min(1, -byRoom), wellSpent(unreachable, room, stall), [seen]);
  return present(evidences, entropy, {
    start,
    left,
    stall,
    room,
    seen,
    margin: Math.min(byRoom, Math.max(byFloor, 0.1)),
  });
}

function wellSpent(unreachable: number, room: number, { best }: Stall): string {
  return unreachable >= DIAGNOSIS.unreachable * room && room > DIAGNOSIS.room
    ? t(
        'The entropy is spent, and so is what could be reached: {0} of the prompts gave no gradient from the start.',
        percent(unreachable),
      )
    : t('The entropy is spent and bought a reward of {0}, near its ceiling.', figure(best));
}

/** Slips from the best level that are smaller than this share of the ceiling are the noise of a plateau. */
const SLIP = 0.1;

/** Ceiling less the level it holds: the present one, unless it was well above before something else took it down. */
function roomOf({ room, best, end }: Stall): number {
  return (room ?? 0) + (best - end < SLIP ? best - end : 0);
}

/** The highest level of the first tenth: a first row may be a cold start. */
function startOf(entropy: Column): number {
  const tenth = Math.max(3, Math.round(entropy.values.length / 10));
  return smoothed(entropy.values.subarray(0, tenth), 3).reduce((a, b) => Math.max(a, b));
}

function present(
  evidences: Evidences,
  entropy: Column,
  found: { start: number; left: number; stall: Stall; room: number; seen: Evidence; margin: number },
): Judgement {
  const { start, left, stall, room, seen, margin } = found;
  const step = floorStep(entropy);
  const law = entropyLaw(entropy, evidences.reward);
  return {
    verdict: 'present',
    severity: left < DIAGNOSIS.entropyFloor / 4 || room > 2 * DIAGNOSIS.room ? 'error' : 'warning',
    margin,
    step,
    summary: inARow(
      t(
        'The entropy is down to {0} of its start since step {1}, and the reward it bought stands at {2}, {3} below what can be reached.',
        ...[percent(left), whole(step), figure(stall.end), figure(room)],
      ),
      law === null ? '' : lawSaid(law),
    ),
    evidence: [seen, stalledEvidence(evidences.reward, stall.end, room, law), ...companions(evidences, step)],
    outlook: t(
      'Better answers are no longer sampled, so nothing pulls the reward up: it stays near {0}.',
      figure(stall.end),
    ),
    advice: concentrationAdvice(evidences, entropy, start, step),
    rateAdvice: rateAdvice(evidences),
  };
}

function stalledEvidence(
  { key, steps }: Column,
  end: number,
  room: number,
  law: EntropyLaw | null,
): Evidence {
  return {
    metric: key,
    step: steps[steps.length - 1],
    value: end,
    expected:
      law === null
        ? t('a rise of {0} to its ceiling', figure(room))
        : t('{0} at no entropy (−a + b)', figure(law.ceiling)),
  };
}

function lawSaid({ ceiling, low, high }: EntropyLaw): string {
  return t(
    'By the law R ≈ −a·e^H + b it was heading for {0} (95 % {1} to {2}).',
    ...[figure(ceiling), figure(low), figure(high)],
  );
}

/** Where nine tenths of what was spent is spent, for good. */
function floorStep(entropy: Column): number {
  const level = smoothed(entropy.values, Math.max(3, Math.round(entropy.values.length / 30)));
  const high = startOf(entropy);
  const end = meanOf(level, level.length - Math.max(3, Math.round(level.length / 5)));
  const at = level.findIndex((value) => value <= high - 0.9 * (high - end));
  return entropy.steps[Math.max(0, at)];
}

/** Truncation and length beside it: answers that are cut have no entropy to spend. */
function companions({ column }: Evidences, step: number): Evidence[] {
  return (['truncatedFraction', 'completionLength'] as const).flatMap((name) => {
    const found = column(name);
    if (!isInformative(found)) return [];
    return [
      {
        metric: found.key,
        step,
        value: atEnd(found),
        expected: t('{0}, its level at the start', figure(atStart(found))),
      },
    ];
  });
}
