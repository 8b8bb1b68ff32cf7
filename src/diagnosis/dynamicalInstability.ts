import { DIAGNOSIS } from './constants';
import { atEnd, atStart, isInformative, type Evidences } from './evidenceOf';
import { causesOf, findFall, type Cause, type Fall } from './fall';
import type { Evidence } from './finding';
import { dropToTheFloor } from './floor';
import { heldOutEvidence } from './heldOutEvidence';
import { figure, whole } from './figures';
import { absent, type Judgement } from './judgement';
import { notANumber } from './notANumber';
import { findRinging, type Ringing } from './ringing';
import { rewardSince } from './rewardSince';
import { ringSettings } from './ringSettings';
import { rangeOf, slopeOf } from './signal';
import { heldOutNeeded, turnOf } from './turn';
import { warnings } from './warnings';

/**
 * Dynamical instability: numbers that are none, a ring, or a collapse from the peak that is no change of the data. Growing
 * noise, bursts and a growing mismatch are told beside it and never suffice (theory.md §4, §6).
 */
export function judgeDynamicalInstability(evidences: Evidences): Judgement {
  const broken = notANumber(evidences.run) ?? dropToTheFloor(evidences.run);
  if (broken !== null) return broken;
  const ringing = findRinging(evidences);
  const fall = findFall(evidences);
  const collapse = fall !== null && fall.margin > 0 ? judgeFall(evidences, fall) : null;
  if (collapse !== null && collapse.verdict === 'present' && (ringing === null || !ringing.isDamped))
    return collapse;
  if (ringing !== null) return rings(evidences, ringing);
  if (collapse?.verdict === 'present') return collapse;
  return heldOutCollapse(evidences) ?? noise(evidences) ?? collapse ?? calm(evidences, fall);
}

/** A fall shorter than this many rows is one step: what other data do, unless something else speaks. */
const ABRUPT = 3;

function judgeFall(evidences: Evidences, fall: Fall): Judgement {
  const { reward, run } = evidences;
  const causes = causesOf(evidences, fall);
  const step = reward.steps[fall.from];
  const [low] = rangeOf(reward.values);
  const atFloor = fall.end <= low + 0.02 * (fall.peak - low) && fall.end <= 0.05 * Math.abs(fall.peak);
  const byShape = fall.rows > ABRUPT * Math.max(1, reward.values.length / 60) ? 1 : -0.5;
  const weight = causes.reduce((sum, cause) => sum + cause.weight, byShape + (atFloor ? 1 : 0));
  const seen: Evidence = {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: fall.end,
    expected: `${figure(fall.peak)}, its level around step ${whole(fall.peakStep)}`,
  };
  if (weight <= 0)
    return absent(
      Math.min(0.5, -weight / 4),
      `The reward dropped from ${figure(fall.peak)} to ${figure(fall.end)} at step ${whole(step)} in one step, without a ring or a burst: a change of data or stage, not a collapse.`,
      [seen, ...causes.map(({ evidence }) => evidence)],
    );
  return {
    verdict: 'present',
    severity: 'error',
    margin: Math.min(1, Math.min(fall.margin, weight / 3)),
    step,
    summary: `The reward collapsed from ${figure(fall.peak)} to ${figure(fall.end)} from step ${whole(step)} on${words(causes)}.`,
    evidence: [seen, ...causes.map(({ evidence }) => evidence), ...warnings(evidences)],
    outlook: atFloor
      ? 'At the floor groups are all wrong, so no force is left to bring it back.'
      : 'Beyond the threshold each step undoes more than the one before it learned; smaller steps alone do not bring back what is lost.',
    advice: [
      `Go back to a checkpoint before step ${whole(step)}.`,
      ...smallerSteps(evidences, fall),
      ...(run.series.has('gradNorm')
        ? []
        : ['Log the gradient norm: it tells a step too large from a change of the data.']),
    ],
  };
}

/** A held-out score that falls for good while the reward gains nothing: the policy got worse, and noise hides it in the reward. */
function heldOutCollapse(evidences: Evidences): Judgement | null {
  const heldOut = evidences.column('evalReward');
  if (heldOut === null || heldOut.values.length < DIAGNOSIS.fewestEvaluations) return null;
  const turn = turnOf(heldOut);
  const needed = heldOutNeeded(turn);
  if (turn.fall <= needed || rewardSince(evidences, turn).isPaid) return null;
  const { reward } = evidences;
  const from = Math.max(
    0,
    reward.steps.findLastIndex((step) => step <= turn.onset),
  );
  const fall: Fall = {
    peak: turn.peak,
    peakStep: turn.peakStep,
    end: turn.end,
    from,
    rows: 0,
    margin: turn.fall / needed - 1,
  };
  return {
    verdict: 'present',
    severity: 'error',
    margin: Math.min(1, fall.margin),
    step: turn.onset,
    summary: `The held-out score ${heldOut.key} fell from ${figure(turn.peak)} to ${figure(turn.end)} from step ${whole(turn.onset)} on, and the reward gained nothing by it: the policy is getting worse.`,
    evidence: [
      heldOutEvidence(heldOut, turn),
      ...causesOf(evidences, fall).flatMap(({ evidence }) =>
        evidence.metric === heldOut.key ? [] : [evidence],
      ),
      ...warnings(evidences),
    ],
    outlook:
      'Beyond the threshold each step undoes more than the one before it learned; smaller steps alone do not bring back what is lost.',
    advice: [`Go back to a checkpoint near step ${whole(turn.peakStep)}.`, ...smallerSteps(evidences, fall)],
  };
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
  const up = entropy.values.findLastIndex((value) => value < (start + end) / 2) + 1;
  const step = entropy.steps[Math.min(up, entropy.steps.length - 1)];
  return {
    verdict: 'present',
    severity: 'warning',
    margin: 0.3,
    step,
    summary: `The entropy rose from ${figure(start)} to ${figure(end)} and the reward gained nothing by it: the policy drifts into noise.`,
    evidence: [
      {
        metric: entropy.key,
        step: entropy.steps[entropy.steps.length - 1],
        value: end,
        expected: `at most ${figure(DIAGNOSIS.noisyEntropy * start)}, ${DIAGNOSIS.noisyEntropy} times its start, unless it pays`,
      },
      {
        metric: reward.key,
        step: reward.steps[reward.steps.length - 1],
        value: atEnd(reward),
        expected: `more than ${figure(atStart(reward, 0.1))}, where it began`,
      },
    ],
    outlook:
      'Nothing pulls the entropy down while the bonus or the step outweighs the reward: answers go on to lose their form.',
    advice: [
      'Entropy bonus ×1 → ×0.1 (or 0), and a KL term to the reference in its place.',
      ...smallerSteps(evidences, { peak: 0, peakStep: 0, end: 0, from: up, rows: 0, margin: 0 }),
    ],
  };
}

function words(causes: readonly Cause[]): string {
  const keys = causes.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence.metric);
  return keys.length === 0 ? '' : `, and ${keys.slice(0, 3).join(', ')} with it`;
}

function smallerSteps({ setting, column }: Evidences, fall: Fall): string[] {
  const rate = column('learningRate');
  const before = rate?.values[Math.max(0, Math.min(rate.values.length - 1, fall.from - 5))];
  const now = rate === null ? setting('learningRate') : Math.max(...rate.values.subarray(-5));
  const K = setting('refreshInterval');
  const lines: string[] = [];
  if (now !== null && now > 0) {
    const target = before !== undefined && now > DIAGNOSIS.rateJump * before ? before : now / 4;
    lines.push(
      `Learning rate ${now.toPrecision(2)} → ${target.toPrecision(2)}: the stiffness k falls by the same factor of ${figure(now / target)}.`,
    );
  } else lines.push('Learning rate ×1 → ×0.25: the stiffness k falls by the same factor.');
  if (K !== null && K > 1) lines.push(`Refresh interval ${K} → ${Math.max(1, K >> 1)}: about doubles k_thr.`);
  return lines;
}

function rings(evidences: Evidences, ringing: Ringing): Judgement {
  const { reward } = evidences;
  const step = reward.steps[ringing.from];
  const settings = ringSettings(evidences, ringing.period);
  const threshold =
    settings === null
      ? []
      : [
          {
            metric: reward.key,
            step: null,
            value: settings.stiffness,
            expected: `k from the swing’s period; the threshold k_thr of these settings is ${figure(settings.threshold)}`,
          },
        ];
  return {
    verdict: 'present',
    severity: ringing.isDamped ? 'warning' : 'error',
    margin: ringing.margin,
    step,
    summary: `The reward rings: it swings by ${figure(ringing.height)} every ${whole(ringing.period)} steps${ringing.isDamped ? ', less each time' : ' and does not settle'} (${because(ringing)}).`,
    evidence: [
      {
        metric: reward.key,
        step,
        value: ringing.height,
        expected: `swings below ${figure(DIAGNOSIS.swingShare)} of its range from noise alone`,
      },
      ...threshold,
      ...warnings(evidences),
    ],
    outlook: ringing.isDamped
      ? 'The swings go on shrinking at these settings; any larger step or longer refresh interval makes them last.'
      : 'At or beyond the threshold the swings do not die out; the next trough may be one the run does not leave.',
    advice: settings?.advice ?? [
      'Learning rate ×1 → ×0.5: halves the stiffness k, and the damping ratio ζ ∝ 1/√k rises by 1.4.',
      'Give momentum and refresh interval (--beta1, --refresh-interval) to see the threshold and the largest safe interval.',
    ],
  };
}

function because({ because: reason, damping }: Ringing): string {
  return damping === null ? reason : `damping ratio ${figure(damping)}, ahead of every curve without a ring`;
}

function calm(evidences: Evidences, fall: Fall | null): Judgement {
  const signs = warnings(evidences);
  const some = signs.length === 0 ? '' : ` Worth watching: ${signs.map(({ metric }) => metric).join(', ')}.`;
  return absent(
    Math.min(1, Math.max(0.05, -(fall?.margin ?? -1))),
    `No ring beyond autocorrelated noise, no collapse, no numbers that are none.${some}`,
    signs,
  );
}
