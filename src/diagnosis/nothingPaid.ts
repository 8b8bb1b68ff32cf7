import { t } from '@vscode/l10n';
import type { Evidences } from './evidenceOf';
import { whole } from './figures';
import type { Judgement } from './judgement';
import { missingColumn } from './missingColumn';

/** A mean of exactly 0 over rewards that are never below 0 says that no answer was paid: no group had a spread. */
export function nothingPaid({ reward, run, ceiling }: Evidences): Judgement | null {
  const { values, steps } = reward;
  if (ceiling === null || values.some((value) => value !== 0)) return null;
  return {
    verdict: 'present',
    severity: 'error',
    margin: 1,
    isCertain: true,
    step: steps[0],
    summary: t(
      'Every one of the {0} rows has a reward of 0: no answer was ever paid, so no group gives a gradient.',
      whole(values.length),
    ),
    evidence: [
      {
        metric: reward.key,
        step: steps[steps.length - 1],
        value: 0,
        expected: t('some answers that are paid'),
      },
    ],
    outlook: t('Without a gradient the policy stays what it is: the reward stays 0.'),
    advice: [
      t('Check the reward function on an answer you know to be right.'),
      t('Take prompts that are right now and then: pass rate 0 → 0.1 … 0.9, or pay partial answers.'),
      ...(run.series.has('zeroStdFraction')
        ? []
        : [missingColumn('advantage-degeneracy', 'other').advice[0]]),
    ],
  };
}
