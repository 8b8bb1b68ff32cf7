import { t } from '@vscode/l10n';
import { clauseList } from '../run/listInWords';
import type { BrokenMetric, Run } from '../run/run';
import type { Evidence } from './finding';
import { whole } from './figures';
import { NOT_A_SLIP, OF_THE_LOSS } from './notANumber';

/** What a log has of values that are NaN or infinite and do not run to its end. */
export interface InteriorNumbers {
  /** A sentence that stands after "no collapse". */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  /** True where the reward or a column of the loss has more of them than a skipped step or two. */
  readonly isMany: boolean;
}

/**
 * Counts what is NaN or infinite though the log goes on: rows whose reward is none, columns with holes.
 *
 * @param run the run
 * @returns what to say of them, in reward rows and rows of a column; null where every number logged is one
 */
export function interiorNumbers(run: Run): InteriorNumbers | null {
  const found = [...brokenReward(run), ...run.broken];
  if (found.length === 0) return null;
  const shown = found.slice(0, 3).map(said);
  const more = found.length > 3 ? [t('{0} more columns have some', whole(found.length - 3))] : [];
  return {
    sentence: t('{0}.', clauseList([...shown, ...more])),
    evidence: found.map(({ key, step, count }) => ({
      metric: key,
      step,
      value: null,
      expected: t('finite numbers; {0} are not', whole(count)),
    })),
    isMany: found.some(
      ({ metric, count }) => count >= NOT_A_SLIP && (metric === 'reward' || OF_THE_LOSS.has(metric)),
    ),
  };
}

function said({ metric, key, count, step, atEnd }: BrokenMetric): string {
  const said = metric === 'reward' ? rewardsSaid(count) : valuesSaid(count, key);
  if (atEnd > 0)
    return step === null
      ? t('{0}, the last {1} on', said, whole(atEnd))
      : t('{0}, the last {1} from step {2} on', said, whole(atEnd), whole(step));
  return step === null
    ? t('{0}, finite again since', said)
    : t('{0}, first at step {1}, finite again since', said, whole(step));
}

function rewardsSaid(count: number): string {
  return count === 1
    ? t('{0} reward is no number', whole(count))
    : t('{0} rewards are no numbers', whole(count));
}

function valuesSaid(count: number, key: string): string {
  return count === 1
    ? t('{0} value of {1} is no number', whole(count), key)
    : t('{0} values of {1} are no numbers', whole(count), key);
}

/** Rows dropped because their reward is none; the marks tell where. */
function brokenReward({ dropped, marks, metrics, reward }: Run): BrokenMetric[] {
  if (dropped.nonFinite === 0) return [];
  const placed = marks.filter(({ kind }) => kind === 'nonFinite');
  const after = placed.filter(({ step }) => step > reward.steps[reward.steps.length - 1]);
  const first = after.at(0) ?? placed.at(0);
  return [
    {
      metric: 'reward',
      key: metrics.get('reward') ?? 'reward',
      count: dropped.nonFinite,
      step: first?.step ?? null,
      line: first?.line ?? null,
      column: null,
      atEnd: after.length,
    },
  ];
}
