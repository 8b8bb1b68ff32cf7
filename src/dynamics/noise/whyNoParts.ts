import { t } from '@vscode/l10n';

/** Why process and sampling noise cannot be told apart: clauses. */
export const WHY_NO_PARTS = {
  tooFewSteps: () => t('the log is worth too few independent steps, or has no noise at all'),
  uneven: () => t('the steps are not evenly spaced, and what carries over depends on the distance'),
  fewerThan: (rows: number) => t('fewer than {0} observations', rows),
  noNoise: () => t('no noise around the curve'),
  nothingCarried: () => t('the noise may carry nothing over from row to row'),
  otherwise: () =>
    t(
      'the noise carries over in another way than a policy that just drifts back to the curve (it swings, or the curve is not the right one)',
    ),
} as const;
