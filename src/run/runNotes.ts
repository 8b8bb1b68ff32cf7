import { t } from '@vscode/l10n';
import type { LogTable, RawLog } from '../logs/logTable';
import type { RewardRows } from './rewardRows';
import type { Resume, StepRuleResult } from './stepRule';

/** What was found while a run was built. */
export interface RunFindings {
  readonly raw: RawLog;
  readonly table: LogTable;
  readonly rows: RewardRows;
  readonly ruled: StepRuleResult;
  /** Rows from one fresh reward to the next, and rows that are copies. */
  readonly stride: number;
  readonly copies: number;
  readonly until: number;
}

/** One plain sentence for each thing about a run's rows that its reader should know. */
export function runNotes({ raw, table, rows, ruled, stride, copies, until }: RunFindings): string[] {
  const notes: string[] = [];
  if (raw.unfinished)
    notes.push(t('The last record is incomplete: the log is being written, or was cut off.'));
  if (rows.isCounted) notes.push(t('No step column: rows with a reward are counted from 0 in file order.'));
  const startOver = ruled.resumes.findLast(({ step }) => step === ruled.series.steps.at(0));
  if (startOver !== undefined) notes.push(startOverNote(table, startOver, ruled.replaced));
  if (copies > 0)
    notes.push(
      t(
        'The reward is repeated until the next evaluation, every {0} rows: {1} rows are copies, and only the others count as observations.',
        ...[stride, copies],
      ),
    );
  const left = ruled.series.steps.filter((step) => step > until).length;
  if (left > 0) notes.push(t('{0} steps after step {1} left out (--until).', left, until));
  return notes;
}

/** A file that two attempts were appended to looks like a resume from the very start. */
function startOverNote(table: LogTable, { row, step }: Resume, replaced: number): string {
  const line = table.lines?.[row];
  return line === undefined
    ? t('The log starts over at step {0}: {1} earlier rows count as replaced.', step, replaced)
    : t(
        'The log starts over at step {0} in line {1}: {2} earlier rows count as replaced.',
        ...[step, line, replaced],
      );
}
