import { t } from '@vscode/l10n';
import { inARow } from '../run/listInWords';
import { DIAGNOSIS, MOST_UNCALIBRATED } from './constants';
import { aboveEarlierFixedPoint } from './earlierFixedPoint';
import { isInformative, type Column, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { heldOutEvidence } from './heldOutEvidence';
import { figure } from './figures';
import { hackAdvice, hackCompanions } from './hackAdvice';
import { above, absent, notAssessable, type Judgement } from './judgement';
import { missingColumn } from './missingColumn';
import { judgeComponents } from './tradingComponents';
import { rewardSince, unpaidSaid, type RewardSince } from './rewardSince';
import { heldOutNeeded, turnOf, type Turn } from './turn';

/**
 * Reward hacking: what is paid rises, what is wanted falls. The held-out score decides; without one, two components that
 * trade places do. Length, KL and a reward above the fixed point of its earlier rows support the verdict and never suffice
 * (theory.md §6).
 */
export function judgeRewardHacking(evidences: Evidences): Judgement {
  const heldOut = evidences.column('evalReward');
  if (isInformative(heldOut) && heldOut.values.length >= DIAGNOSIS.fewestEvaluations)
    return byHeldOut(evidences, heldOut);
  const parts = evidences.components.filter(({ key }) => key !== evidences.reward.key);
  if (parts.length >= 2) return judgeComponents(evidences, parts);
  const missing = missingColumn('reward-hacking', evidences.stack);
  return notAssessable(inARow(missing.summary, whyUseless(heldOut)), missing.advice);
}

/** A held-out score that is there and says nothing. */
function whyUseless(heldOut: Column | null): string {
  if (heldOut === null) return '';
  return heldOut.values.length < DIAGNOSIS.fewestEvaluations
    ? t(
        '{0} has {1} values, {2} would be needed.',
        ...[heldOut.key, heldOut.values.length, DIAGNOSIS.fewestEvaluations],
      )
    : t('{0} is constant throughout: it says nothing.', heldOut.key);
}

function byHeldOut(evidences: Evidences, heldOut: Column): Judgement {
  const { reward } = evidences;
  const turn = turnOf(heldOut);
  const range = turn.high - turn.low;
  const needed = heldOutNeeded(turn);
  const margin = turn.fall <= 0 ? -1 : above(turn.fall, needed);
  const seen = heldOutEvidence(heldOut, turn);
  if (margin <= 0) return absent(-margin, notFallen(heldOut, turn), [seen]);
  const paid = rewardSince(evidences, turn);
  if (!paid.isPaid)
    return {
      ...absent(0.5, unpaidFall(turn, paid), [seen]),
      ...(paid.isOpen ? { mostSure: MOST_UNCALIBRATED } : {}),
    };
  return {
    verdict: 'present',
    severity: turn.fall > 0.5 * range || paid.change > 0.1 * paid.range ? 'error' : 'warning',
    margin,
    step: turn.onset,
    summary: hackSaid(heldOut, turn, paid),
    evidence: [
      seen,
      paidEvidence(reward, heldOut, paid),
      ...aboveEarlierFixedPoint(evidences, turn.onset),
      ...hackCompanions(evidences, turn),
    ],
    outlook: t(
      'The reward settles at the fixed point of the proxy, near {0} or above; {1} goes on falling towards what an answer made for the proxy is worth.',
      ...[figure(paid.after), heldOut.key],
    ),
    advice: hackAdvice(evidences, turn),
  };
}

/** A fall that does not count, as what it is. */
function notFallen({ key }: Column, { fall, error, peak, end }: Turn): string {
  const levels = [key, figure(peak), figure(end)];
  if (fall <= 0) return t('The held-out score {0} did not fall from its own peak ({1}, now {2}).', ...levels);
  const noise = DIAGNOSIS.heldOutErrors * error;
  return fall <= noise
    ? t(
        'The held-out score {0} fell by {3} from its own peak, within its noise of ± {4} ({1}, now {2}).',
        ...[...levels, figure(fall), figure(noise)],
      )
    : t(
        'The held-out score {0} fell by {3} from its own peak, more than its noise, too little to matter ({1}, now {2}).',
        ...[...levels, figure(fall)],
      );
}

/** A fall that was not paid for. */
function unpaidFall({ peak, end }: Turn, paid: RewardSince): string {
  const args = [figure(peak), figure(end), unpaidSaid(paid)];
  return paid.isOpen
    ? t('The held-out score fell from {0} to {1}, but {2}: no hack is seen.', ...args)
    : t('The held-out score fell from {0} to {1}, but {2}: no hack.', ...args);
}

function hackSaid({ key }: Column, { peak, end, fall, high, low }: Turn, paid: RewardSince): string {
  const args = [figure(paid.before), figure(paid.after), key, figure(peak), figure(end)];
  return fall < 0.25 * (high - low)
    ? t(
        'The reward went from {0} to {1} while the held-out score {2} fell from {3} to {4}: what is paid is no longer what is wanted (a fall this small may also be overfitting to few prompts).',
        ...args,
      )
    : t(
        'The reward went from {0} to {1} while the held-out score {2} fell from {3} to {4}: what is paid is no longer what is wanted.',
        ...args,
      );
}

/** Where the reward stands, against where it stood when the held-out score peaked. */
function paidEvidence(reward: Column, heldOut: Column, { before, after }: RewardSince): Evidence {
  return {
    metric: reward.key,
    step: reward.steps[reward.steps.length - 1],
    value: after,
    expected: t(
      'about {0}, where it stood when {1} peaked, had it gone on measuring the task',
      ...[figure(before), heldOut.key],
    ),
  };
}
