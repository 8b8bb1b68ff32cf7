import { t } from '@vscode/l10n';
import { witnessesOf } from '../dynamics/segments/witnesses';
import { calmJudgement } from './calmJudgement';
import { changeRow } from './changeRow';
import { collapseJudgement, evidenceIn, otherDataJudgement } from './collapseJudgement';
import { DIAGNOSIS, MOST_UNCALIBRATED } from './constants';
import { afterRateJump } from './afterRateJump';
import { atEnd, atStart, isInformative, type Column, type Evidences } from './evidenceOf';
import { heldOutEvidence } from './heldOutEvidence';
import { figure, whole } from './figures';
import type { Evidence } from './finding';
import type { Judgement } from './judgement';
import { notANumber } from './notANumber';
import { findRinging, type Ringing } from './ringing';
import { rewardSince, unpaidSaid, type RewardSince } from './rewardSince';
import { ringSettings, type RingSettings } from './ringSettings';
import { slopeOf } from './signal';
import { smallerRate, smallerSteps } from './smallerSteps';
import { heldOutNeeded, turnOf, type Turn } from './turn';
import { warnings } from './warnings';

/**
 * Dynamical instability: numbers that are none, a ring, or a collapse from the peak that is no change of the data. Growing
 * noise, bursts and a growing mismatch are told beside it and never suffice (theory.md §4, §6).
 */
export function judgeDynamicalInstability(evidences: Evidences): Judgement {
  const certain = certainInstability(evidences);
  if (certain !== null) return certain;
  const ringing = findRinging(evidences);
  if (ringing !== null) return afterRateJump(evidences, rings(evidences, ringing));
  return (
    heldOutCollapse(evidences) ??
    noise(evidences) ??
    otherDataJudgement(evidences) ??
    calmJudgement(evidences)
  );
}

/**
 * What needs no weighing: the fall that already cut the run, or numbers that are none. On a handful of rows the only fall
 * that does is one to the floor.
 */
export function certainInstability(evidences: Evidences): Judgement | null {
  return collapseJudgement(evidences) ?? notANumber(evidences.run);
}

/** A held-out score that falls for good while the reward gains nothing: the policy got worse, and noise hides it in the reward. */
function heldOutCollapse(evidences: Evidences): Judgement | null {
  const heldOut = evidences.column('evalReward');
  if (heldOut === null || heldOut.values.length < DIAGNOSIS.fewestEvaluations) return null;
  const turn = turnOf(heldOut);
  const needed = heldOutNeeded(turn);
  const paid = rewardSince(evidences, turn);
  if (turn.fall <= needed || paid.isPaid) return null;
  const next = heldOut.steps.find((step) => step > turn.onset) ?? turn.onset;
  return afterRateJump(evidences, fallOf(evidences, heldOut, turn, paid), next);
}

function fallOf(evidences: Evidences, heldOut: Column, turn: Turn, paid: RewardSince): Judgement {
  const { run } = evidences;
  const needed = heldOutNeeded(turn);
  return {
    verdict: 'present',
    severity: paid.isOpen ? 'warning' : 'error',
    ...(paid.isOpen ? { mostSure: MOST_UNCALIBRATED } : {}),
    margin: Math.min(1, turn.fall / needed - 1),
    step: turn.onset,
    summary: fallSaid(heldOut, turn, paid),
    evidence: [
      heldOutEvidence(heldOut, turn),
      ...witnessesOf(run.series, turn.onset)
        .filter(({ metric }) => metric !== 'evalReward')
        .map(evidenceIn(evidences, turn.onset)),
      ...warnings(evidences),
    ],
    outlook: t(
      'Beyond the threshold each step undoes more than the one before it learned; smaller steps alone do not bring back what is lost.',
    ),
    advice: [
      t('Go back to a checkpoint near step {0}.', whole(turn.peakStep)),
      ...smallerSteps(evidences, turn.onset),
    ],
    rateAdvice: [smallerRate(evidences, turn.onset)],
  };
}

function fallSaid({ key }: Column, { peak, end, onset }: Turn, paid: RewardSince): string {
  const args = [key, figure(peak), figure(end), whole(onset), unpaidSaid(paid)];
  return paid.isOpen
    ? t(
        'The held-out score {0} fell from {1} to {2} from step {3} on, and {4}: the policy is getting worse, or the reward is being hacked.',
        ...args,
      )
    : t(
        'The held-out score {0} fell from {1} to {2} from step {3} on, and {4}: the policy is getting worse.',
        ...args,
      );
}

/** An entropy several times its start that bought no reward: the policy drifts into noise (models.md). */
function noise(evidences: Evidences): Judgement | null {
  const entropy = evidences.column('entropy');
  if (!isInformative(entropy) || entropy.values.length < DIAGNOSIS.fewestRows) return null;
  const [start, end] = [atStart(entropy, 0.1), atEnd(entropy)];
  const { reward } = evidences;
  const { change, error } = slopeOf(reward.values, reward.noise);
  if (!(start > 0) || end < DIAGNOSIS.noisyEntropy * start || change > DIAGNOSIS.driftErrors * error)
    return null;
  const step = entropy.steps[changeRow(entropy.values)];
  return {
    verdict: 'present',
    severity: 'warning',
    margin: 0.3,
    mostSure: MOST_UNCALIBRATED,
    step,
    summary: t(
      'The entropy rose from {0} to {1} and the reward gained nothing by it: the policy drifts into noise. The confidence is not calibrated: no simulated run has this.',
      ...[figure(start), figure(end)],
    ),
    evidence: noisyEvidence(entropy, reward),
    outlook: t(
      'Nothing pulls the entropy down while the bonus or the step outweighs the reward: answers go on to lose their form.',
    ),
    advice: [
      t('Entropy bonus ×1 → ×0.1 (or 0), and a KL term to the reference in its place.'),
      ...smallerSteps(evidences, step),
    ],
  };
}

function noisyEvidence(entropy: Column, reward: Column): Evidence[] {
  return [
    {
      metric: entropy.key,
      step: entropy.steps[entropy.steps.length - 1],
      value: atEnd(entropy),
      expected: t(
        'at most {0}, {1} times its start, unless it pays',
        ...[figure(DIAGNOSIS.noisyEntropy * atStart(entropy, 0.1)), DIAGNOSIS.noisyEntropy],
      ),
    },
    {
      metric: reward.key,
      step: reward.steps[reward.steps.length - 1],
      value: atEnd(reward),
      expected: t('more than {0}, where it began', figure(atStart(reward, 0.1))),
    },
  ];
}

function rings(evidences: Evidences, ringing: Ringing): Judgement {
  const { reward } = evidences;
  const step = reward.steps[ringing.from];
  const settings = ringSettings(evidences, ringing.period);
  const { advice, rateAdvice } = settings ?? unsetAdvice();
  return {
    verdict: 'present',
    severity: ringing.isDamped ? 'warning' : 'error',
    margin: ringing.margin,
    step,
    summary: ringSaid(ringing),
    evidence: [
      {
        metric: reward.key,
        step,
        value: ringing.height,
        expected: t('swings below {0} of its range from noise alone', figure(DIAGNOSIS.swingShare)),
      },
      ...(settings === null ? [] : [ringThreshold(reward, settings)]),
      ...warnings(evidences),
    ],
    outlook: ringing.isDamped
      ? t(
          'The swings go on shrinking at these settings; with a step or a refresh interval beyond the threshold they would last.',
        )
      : t(
          'At or beyond the threshold the swings do not die out; the next trough may be one the run does not leave.',
        ),
    ...{ advice, rateAdvice },
  };
}

function ringThreshold({ key }: Column, { stiffness, threshold }: RingSettings): Evidence {
  const expected = t(
    'k from the swing’s period; the threshold k_thr of these settings is {0}',
    figure(threshold),
  );
  return { metric: key, step: null, value: stiffness, expected };
}

/** What to do where the settings are not known. */
function unsetAdvice(): Pick<RingSettings, 'advice' | 'rateAdvice'> {
  const rate = t(
    'Learning rate ×1 → ×0.5: halves the stiffness k, and the damping ratio ζ ∝ 1/√k rises by 1.4.',
  );
  const settings = t(
    'Give momentum and refresh interval (--beta1, --refresh-interval) to see the threshold and the largest safe interval.',
  );
  return { advice: [rate, settings], rateAdvice: [rate] };
}

function ringSaid(ringing: Ringing): string {
  const args = [figure(ringing.height), whole(ringing.period), because(ringing)];
  return ringing.isDamped
    ? t('The reward rings: it swings by {0} every {1} steps, less each time ({2}).', ...args)
    : t('The reward rings: it swings by {0} every {1} steps and does not settle ({2}).', ...args);
}

function because({ because: reason, damping }: Ringing): string {
  return damping === null
    ? reason
    : t('damping ratio {0}, ahead of every curve without a ring', figure(damping));
}
