import { t } from '@vscode/l10n';
import { RATE_JUMP } from '../dynamics/segments/witnesses';
import { lagThreshold } from '../dynamics/thresholds/lagThreshold';
import type { Evidences } from './evidenceOf';
import { figure } from './figures';
import { lagSettingsOf } from './thresholdEvidence';

/** Rows before a step at which the learning rate counts as what it was before. */
const ROWS_BEFORE = 5;
/** Without a rate to go back to. Source: k falls by as much, which takes a run from the threshold to well inside it. */
const QUARTER = 4;

/**
 * Advice that moves the stability margin k_thr/k: by how much the learning rate, and with it k, should come down, and what
 * half the refresh interval does to k_thr.
 */
export function smallerSteps(evidences: Evidences, step: number): string[] {
  return [smallerRate(evidences, step), ...shorterInterval(evidences)];
}

/** By how much the learning rate, and with it k, should come down. */
export function smallerRate({ setting, column }: Evidences, step: number): string {
  const rate = column('learningRate');
  const row = rate?.steps.findLastIndex((at) => at <= step) ?? 0;
  const before = rate?.values[Math.max(0, row - ROWS_BEFORE)];
  const now = rate === null ? setting('learningRate') : Math.max(...rate.values.subarray(-5));
  const moved = (from: string, to: string, factor: number): string =>
    t(
      'Learning rate {0} → {1}: the stiffness k falls to 1/{2}, the margin k_thr/k grows {2} times.',
      ...[from, to, figure(factor)],
    );
  if (now === null || !(now > 0)) return moved('×1', `×${figure(1 / QUARTER)}`, QUARTER);
  const target = before !== undefined && now > RATE_JUMP * before ? before : now / QUARTER;
  return moved(now.toPrecision(2), target.toPrecision(2), now / target);
}

/** Half the refresh interval, with the exact thresholds where momentum is known. */
export function shorterInterval(evidences: Evidences): string[] {
  const K = evidences.setting('refreshInterval');
  if (K === null || !(K > 1)) return [];
  const shorter = Math.max(1, Math.floor(K / 2));
  const settings = lagSettingsOf(evidences);
  if (settings === null)
    return [t('Refresh interval {0} → {1}: about doubles k_thr, and the margin with it.', K, shorter)];
  const at = (refreshInterval: number): number => lagThreshold({ ...settings, refreshInterval }).stiffness;
  return [
    t(
      'Refresh interval {0} → {1}: k_thr {2} → {3}, the margin k_thr/k grows {4} times.',
      ...[K, shorter, figure(at(K)), figure(at(shorter)), figure(at(shorter) / at(K))],
    ),
  ];
}
