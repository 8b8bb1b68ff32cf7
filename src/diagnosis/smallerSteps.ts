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
  const { setting, column } = evidences;
  const rate = column('learningRate');
  const row = rate?.steps.findLastIndex((at) => at <= step) ?? 0;
  const before = rate?.values[Math.max(0, row - ROWS_BEFORE)];
  const now = rate === null ? setting('learningRate') : Math.max(...rate.values.subarray(-5));
  const moves = (factor: number): string =>
    `the stiffness k falls to 1/${figure(factor)}, the margin k_thr/k grows ${figure(factor)} times.`;
  if (now === null || !(now > 0))
    return [`Learning rate ×1 → ×${figure(1 / QUARTER)}: ${moves(QUARTER)}`, ...shorterInterval(evidences)];
  const target = before !== undefined && now > RATE_JUMP * before ? before : now / QUARTER;
  return [
    `Learning rate ${now.toPrecision(2)} → ${target.toPrecision(2)}: ${moves(now / target)}`,
    ...shorterInterval(evidences),
  ];
}

/** Half the refresh interval, with the exact thresholds where momentum is known. */
export function shorterInterval(evidences: Evidences): string[] {
  const K = evidences.setting('refreshInterval');
  if (K === null || !(K > 1)) return [];
  const shorter = Math.max(1, Math.floor(K / 2));
  const settings = lagSettingsOf(evidences);
  if (settings === null)
    return [`Refresh interval ${K} → ${shorter}: about doubles k_thr, and the margin with it.`];
  const at = (refreshInterval: number): number => lagThreshold({ ...settings, refreshInterval }).stiffness;
  return [
    `Refresh interval ${K} → ${shorter}: k_thr ${figure(at(K))} → ${figure(at(shorter))}, the margin k_thr/k grows ${figure(at(shorter) / at(K))} times.`,
  ];
}
