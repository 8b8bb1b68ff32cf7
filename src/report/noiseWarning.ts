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
  const signs = [
    standsOut(spread)
      ? `the noise has grown from ${formatNumber(spread.early)} in the first third to ${formatNumber(spread.late)} in the last`
      : '',
    standsOut(envelope)
      ? `it carries over to rows far apart more than before (autocorrelation at lags 5 to 20 from ${formatNumber(envelope.early)} to ${formatNumber(envelope.late)})`
      : '',
  ].filter((sign) => sign !== '');
  const sentence =
    signs.length === 0
      ? ''
      : `An early warning of lost stability: ${signs.join(', and ')}; stationary noise alone does that in at most 1 run of 100.`;
  return { spread, envelope, sentence };
}

/** The same bar as for the evidence of dynamical instability. */
function standsOut({ early, late, pValue }: NoiseTrend): boolean {
  return pValue <= DIAGNOSIS.warningChance && late > DIAGNOSIS.spreadGrowth * early;
}
