import { t } from '@vscode/l10n';
import { formatQuantity } from './formatQuantity';
import type { Quantity, Report } from './report';

/** What a row is about, for whoever adds words of his own. */
export type NoiseKey = 'process' | 'sampling' | 'expectedSampling' | 'temperature' | 'atDoubleGroupSize';

/** One line about the noise, in words and units. */
export interface NoiseRow {
  readonly key: NoiseKey;
  readonly label: string;
  readonly value: string;
}

const LABELS: readonly (readonly [NoiseKey, () => string])[] = [
  ['process', () => t('process noise')],
  ['sampling', () => t('sampling noise')],
  ['expectedSampling', () => t('expected sampling')],
  ['temperature', () => t('noise temperature')],
  ['atDoubleGroupSize', () => t('process noise at 2G')],
];

/**
 * The noise around the curve and what follows from it (theory.md §4), as far as the log tells.
 *
 * @param report the Report
 * @returns the rows, in the order a person asks for them
 */
export function noiseRows({ interpretation: { noise } }: Pick<Report, 'interpretation'>): NoiseRow[] {
  if (noise === null) return [];
  return LABELS.flatMap(([key, label]) => {
    const quantity: Quantity | null | undefined = noise[key];
    return quantity ? [{ key, label: label(), value: formatQuantity(quantity, { terse: true }) }] : [];
  });
}
