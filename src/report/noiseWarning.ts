import { t } from '@vscode/l10n';
import { DIAGNOSIS } from '../diagnosis/constants';
import type { EarlyWarning, NoiseTrend } from '../dynamics/noise/earlyWarning';
import { formatNumber } from './formatNumber';
import type { NoiseWarning } from './report';

/**
 * The signs of a nearing threshold in numbers and, where one is there, in a sentence.
 *
 * @param warning the trends of the noise
 * @returns both trends; an empty sentence where neither stands out
 */
export function noiseWarning({ spread, envelope }: EarlyWarning): NoiseWarning {
  const grown = standsOut(spread)
    ? t(
        'the noise has grown from {0} in the first third to {1} in the last',
        ...[formatNumber(spread.early), formatNumber(spread.late)],
      )
    : '';
  const lasting = standsOut(envelope)
    ? t(
        'it carries over to rows far apart more than before (autocorrelation at lags 5 to 20 from {0} to {1})',
        ...[formatNumber(envelope.early), formatNumber(envelope.late)],
      )
    : '';
  const signs = grown !== '' && lasting !== '' ? t('{0}, and {1}', grown, lasting) : grown + lasting;
  const sentence =
    signs === ''
      ? ''
      : t(
          'An early warning of lost stability: {0}; stationary noise alone does that in at most 1 run of 100.',
          signs,
        );
  return { spread, envelope, sentence };
}

/** The same bar as for the evidence of dynamical instability. */
function standsOut({ early, late, pValue }: NoiseTrend): boolean {
  return pValue <= DIAGNOSIS.warningChance && late > DIAGNOSIS.spreadGrowth * early;
}
