import type { Collapse } from '../dynamics/segments/collapse';
import type { Witness } from '../dynamics/segments/witnesses';
import { changeRow, rowsKept } from './changeRow';
import { DIAGNOSIS } from './constants';
import type { Column, Evidences } from './evidenceOf';
import { growingSwings } from './growingSwings';
import { rateJumps, type RateJump } from './rateJump';
import { meanOf } from './signal';

/** What broke before the reward did. */
export interface FirstSign {
  /** The log's own key. */
  readonly metric: string;
  readonly step: number;
  /** Where it is a setting that was changed, not a column that broke. */
  readonly jump?: RateJump;
}

/**
 * The first evidence of a collapse: the change point of a column that burst, or the first of growing swings, where that
 * lies before the row from which the reward itself has lost something. A failure starts where its evidence does. A jump of
 * the logged learning rate comes before either: it is a setting and no noise moves it.
 *
 * @param evidences the run
 * @param collapse its fall
 * @param witnesses what speaks for a collapse beside the reward
 * @returns the earliest sign; null where the fall is the first
 */
export function firstSign(
  evidences: Evidences,
  { fallsFrom }: Collapse,
  witnesses: readonly Witness[],
): FirstSign | null {
  const { run, reward, level, ceiling, column } = evidences;
  const { steps } = run.reward;
  const fall = steps[fallsFrom];
  const earliest = fall - DIAGNOSIS.signRecent * (steps[steps.length - 1] - steps[0]);
  const swings = growingSwings(reward, ceiling === null ? null : level);
  const signs = [
    ...witnesses
      .filter(({ weight, metric }) => weight > 0 && metric !== 'learningRate')
      .flatMap(({ metric, step }) => signIn(column(metric), step)),
    ...(swings === null ? [] : [{ metric: reward.key, step: reward.steps[swings.swings.start] }]),
  ];
  const isRecent = ({ step }: { readonly step: number }): boolean => step < fall && step >= earliest;
  const jump = rateJumps(run).filter(isRecent).at(-1);
  if (jump !== undefined) return { metric: jump.metric, step: jump.step, jump };
  return (
    signs
      .filter(isRecent)
      .sort((a, b) => a.step - b.step)
      .at(0) ?? null
  );
}

/**
 * Where a column that burst went up, on a logarithmic scale: a burst is a factor. The rows that `changeRow` keeps free at
 * the end come after the witness, so that its own row may be the first.
 */
function signIn(column: Column | null, until: number): FirstSign[] {
  if (column === null) return [];
  const witnessed = column.steps.findLastIndex((step) => step <= until) + 1;
  const to = witnessed + rowsKept(witnessed);
  const values = column.values.subarray(0, to);
  const least = values.reduce((low, value) => (value > 0 && value < low ? value : low), Infinity);
  if (!Number.isFinite(least)) return [];
  const sizes = values.map((value) => Math.log(Math.max(value, least / DIAGNOSIS.signRaised)));
  const row = changeRow(sizes, 'up');
  if (row === 0 || meanOf(sizes, row) - meanOf(sizes, 0, row) < Math.log(DIAGNOSIS.signRaised)) return [];
  return [{ metric: column.key, step: column.steps[row] }];
}
