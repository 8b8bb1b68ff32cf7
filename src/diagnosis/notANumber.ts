import { t } from '@vscode/l10n';
import { commaList } from '../run/listInWords';
import type { BrokenMetric, Run } from '../run/run';
import type { Judgement } from './judgement';
import { whole } from './figures';

/** Columns that are computed from the loss: NaN there is the optimizer's own. Others may just be logged badly. */
export const OF_THE_LOSS: ReadonlySet<string> = new Set([
  'loss',
  'gradNorm',
  'kl',
  'klOldPolicy',
  'importanceRatio',
]);

/** How many non-finite rows are no slip of the logger. Source: AMP skips a step or two and goes on. */
export const NOT_A_SLIP = 3;

/** NaN or infinite to the end of the log, in the reward or in what the loss is made of: certain at once. */
export function notANumber(run: Run): Judgement | null {
  const reward = rewardAtEnd(run);
  const isLossBroken = run.broken.some(({ metric }) => metric === 'loss');
  const broken = run.broken
    .filter(({ metric, atEnd }) => OF_THE_LOSS.has(metric) && atEnd >= NOT_A_SLIP)
    .filter(({ metric }) => metric === 'loss' || hadNumbers(run, metric) || isLossBroken)
    .sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  const all = [...(reward === null ? [] : [reward]), ...broken].sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  const first = all.at(0);
  if (first === undefined) return null;
  return {
    verdict: 'present',
    severity: 'error',
    margin: 1,
    isCertain: true,
    step: first.step,
    summary: brokenSaid(all, first.step),
    evidence: all.map(({ key, step, count }) => ({
      metric: key,
      step,
      value: null,
      expected: t('finite numbers; {0} are not', whole(count)),
    })),
    outlook: t('Every later update is NaN as well: nothing that follows is training.'),
    advice: [
      first.step === null
        ? t('Go back to a checkpoint before the first of them.')
        : t('Go back to a checkpoint before step {0}.', whole(first.step)),
      t('Learning rate ×1 → ×0.5 and a gradient clip (1.0 → 0.5) bound the step that overflowed.'),
    ],
  };
}

function brokenSaid(all: readonly BrokenMetric[], step: number | null): string {
  const keys = commaList(all.map(({ key }) => key).slice(0, 4));
  if (all.length === 1)
    return step === null
      ? t('{0} is NaN or infinite to the end of the log.', keys)
      : t('{0} is NaN or infinite from step {1} to the end of the log.', keys, whole(step));
  return step === null
    ? t('{0} are NaN or infinite to the end of the log.', keys)
    : t('{0} are NaN or infinite from step {1} to the end of the log.', keys, whole(step));
}

/** A column that never held a number, beside a loss that is sound, was never measured: the logger's fault, not the run's. */
function hadNumbers(run: Run, metric: BrokenMetric['metric']): boolean {
  return run.series.get(metric)?.values.some(Number.isFinite) === true;
}

function rewardAtEnd({ marks, reward, metrics }: Run): BrokenMetric | null {
  const last = reward.steps[reward.steps.length - 1];
  const after = marks.filter(({ kind, step }) => kind === 'nonFinite' && step > last);
  const first = after.at(0);
  if (first === undefined || after.length < NOT_A_SLIP) return null;
  return {
    metric: 'reward',
    key: metrics.get('reward') ?? 'reward',
    count: after.length,
    step: first.step,
    line: first.line,
    column: null,
    atEnd: after.length,
  };
}
