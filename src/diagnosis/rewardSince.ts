import { t } from '@vscode/l10n';
import { DIAGNOSIS } from './constants';
import type { Evidences } from './evidenceOf';
import { figure } from './figures';
import { errorOfMean } from './signal';
import type { Turn } from './turn';

/** What the reward did since another column peaked. */
export interface RewardSince {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** Of the reward's level over the whole run. */
  readonly range: number;
  /** True where it gained by more than its noise, or had nothing left to gain. */
  readonly isPaid: boolean;
  /** Error of the change. */
  readonly error: number;
  /** True where it is not seen to gain and a gain that counts is not excluded either. */
  readonly isOpen: boolean;
}

/** The reward around the step where the other column peaked, and at the end (levels of a twentieth of the rows). */
export function rewardSince({ reward, level, ceiling }: Evidences, { peakStep }: Turn): RewardSince {
  const at = Math.max(
    0,
    reward.steps.findLastIndex((step) => step <= peakStep),
  );
  const before = level[at];
  const after = level[level.length - 1];
  const high = level.reduce((a, b) => Math.max(a, b));
  const low = level.reduce((a, b) => Math.min(a, b));
  const range = Math.max(high - low, 1e-12);
  const error = Math.SQRT2 * errorOfMean(reward.noise, Math.max(3, Math.round(level.length / 20)));
  const isFull = ceiling !== null && after >= ceiling - DIAGNOSIS.room / 2;
  const change = after - before;
  const needed = Math.max(DIAGNOSIS.driftErrors * error, DIAGNOSIS.rewardGain * range);
  const isPaid = isFull || change > needed;
  const isOpen = !isPaid && change + DIAGNOSIS.boundErrors * error > needed;
  return { before, after, change, range, isPaid, error, isOpen };
}

/** "the reward gained nothing by it", or that its noise leaves this open. */
export function unpaidSaid({ isOpen, before, after, error }: RewardSince): string {
  return isOpen
    ? t(
        'whether the reward gained by it cannot be told ({0} to {1}, ± {2})',
        ...[figure(before), figure(after), figure(DIAGNOSIS.driftErrors * error)],
      )
    : t('the reward gained nothing by it ({0} to {1})', figure(before), figure(after));
}
