import { RATE_JUMP } from '../dynamics/segments/witnesses';
import type { Evidences } from './evidenceOf';
import { figure } from './figures';

/** Rows before a step at which the learning rate counts as what it was before. */
const ROWS_BEFORE = 5;

/** Advice that moves the stiffness: by how much the learning rate and the refresh interval should come down. */
export function smallerSteps({ setting, column }: Evidences, step: number): string[] {
  const rate = column('learningRate');
  const row = rate?.steps.findLastIndex((at) => at <= step) ?? 0;
  const before = rate?.values[Math.max(0, row - ROWS_BEFORE)];
  const now = rate === null ? setting('learningRate') : Math.max(...rate.values.subarray(-5));
  const K = setting('refreshInterval');
  const interval =
    K !== null && K > 1 ? [`Refresh interval ${K} → ${Math.max(1, K >> 1)}: about doubles k_thr.`] : [];
  if (now === null || !(now > 0))
    return ['Learning rate ×1 → ×0.25: the stiffness k falls by the same factor.', ...interval];
  const target = before !== undefined && now > RATE_JUMP * before ? before : now / 4;
  const falls = `the stiffness k falls by the same factor of ${figure(now / target)}.`;
  return [`Learning rate ${now.toPrecision(2)} → ${target.toPrecision(2)}: ${falls}`, ...interval];
}
