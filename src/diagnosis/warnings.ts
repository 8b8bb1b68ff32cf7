import { t } from '@vscode/l10n';
import { earlyWarning } from '../dynamics/noise/earlyWarning';
import { DIAGNOSIS } from './constants';
import { atEnd, atStart, isInformative, type Evidences } from './evidenceOf';
import type { Evidence } from './finding';
import { figure, percent } from './figures';

/** Signs that support and never suffice: noise that grows, mismatch that grows, entropy that rises into noise. */
export function warnings(evidences: Evidences): Evidence[] {
  return [...growingNoise(evidences), ...growingMismatch(evidences), ...risingEntropy(evidences)];
}

function growingNoise({ reward, level, ceiling }: Evidences): Evidence[] {
  const residuals = reward.values.map((value, i) => value - level[i]);
  const warning = earlyWarning(residuals, ceiling === null ? null : level);
  if (warning === null) return [];
  const { spread, envelope } = warning;
  const grows =
    spread.pValue <= DIAGNOSIS.warningChance && spread.late > DIAGNOSIS.spreadGrowth * spread.early;
  const lasts =
    envelope.pValue <= DIAGNOSIS.warningChance && envelope.late > DIAGNOSIS.spreadGrowth * envelope.early;
  const step = reward.steps[reward.steps.length - 1];
  return [
    ...(grows
      ? [
          {
            metric: reward.key,
            step,
            value: spread.late,
            expected: t(
              'noise of {0} as in the first third (chance {1})',
              ...[figure(spread.early), percent(spread.pValue)],
            ),
          },
        ]
      : []),
    ...(lasts
      ? [
          {
            metric: reward.key,
            step,
            value: envelope.late,
            expected: t(
              'an autocorrelation envelope of {0} as in the first half (chance {1})',
              ...[figure(envelope.early), percent(envelope.pValue)],
            ),
          },
        ]
      : []),
  ];
}

function growingMismatch({ column }: Evidences): Evidence[] {
  const mismatch = column('mismatch');
  if (!isInformative(mismatch)) return [];
  const [start, end] = [Math.abs(atStart(mismatch, 0.2)), Math.abs(atEnd(mismatch))];
  if (!(end > DIAGNOSIS.mismatchGrowth * start) || start === 0) return [];
  return [
    {
      metric: mismatch.key,
      step: mismatch.steps[mismatch.steps.length - 1],
      value: end,
      expected: t('about {0}, as in the first fifth: trainer and sampler drift apart', figure(start)),
    },
  ];
}

function risingEntropy({ column }: Evidences): Evidence[] {
  const entropy = column('entropy');
  if (!isInformative(entropy)) return [];
  const [start, end] = [atStart(entropy, 0.1), atEnd(entropy)];
  if (!(end > 1.5 * start && start > 0)) return [];
  return [
    {
      metric: entropy.key,
      step: entropy.steps[entropy.steps.length - 1],
      value: end,
      expected: t(
        'at most {0}: an entropy that rises is noise, not exploration, unless a bonus pays for it',
        figure(start),
      ),
    },
  ];
}
