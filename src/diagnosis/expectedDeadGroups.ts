import { t } from '@vscode/l10n';
import { smoothed } from '../dynamics/movingNoise';
import { correlationFromStd, correlationFromZeroStd, expectedZeroStd } from './betaBinomial';
import { DIAGNOSIS } from './constants';
import { atEnd, atStart, type Column, type Evidences } from './evidenceOf';
import { figure } from './figures';
import { meanOf } from './signal';

/** What share of groups without gradient the level of the reward explains. */
export interface Expectation {
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
export function expectedDeadGroups(evidences: Evidences, zero: Column): Expectation {
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
      from: t(
        'beta-binomial at reward {0}, group size {1}, prompts as different as at the start (ρ {2}, from {3})',
        ...[figure(end), G, figure(rho), std?.key ?? zero.key],
      ),
      rho,
    };
  }
  const sorted = smoothed(zero.values, Math.max(3, Math.round(zero.values.length / 20))).sort();
  const quarter = meanOf(sorted, 0, Math.max(1, sorted.length >> 2));
  return {
    value: quarter > DIAGNOSIS.starvedShare - DIAGNOSIS.deadExcess ? null : quarter,
    from: t('the lowest quarter of this run'),
    rho: null,
  };
}
