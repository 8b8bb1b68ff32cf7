import { t } from '@vscode/l10n';
import { noiseRows, type NoiseKey } from '../src/report/noiseRows';
import type { Report } from '../src/report/report';
import type { ConstantRow, ConstantWords } from './constantRow';

const NOISE_WORDS: Readonly<Record<NoiseKey, ConstantWords>> = {
  process: {
    meaning: () => t('jitter of the policy itself, which carries over from row to row'),
    formula: () => t('the autoregressive part of the residuals, by restricted likelihood'),
  },
  sampling: {
    meaning: () => t('luck of each batch, new in every row; more prompts or a larger group lower it'),
    formula: () => t('the white part of the residuals'),
  },
  expectedSampling: {
    meaning: () => t('what the logged spread of rewards makes one expect of it'),
    formula: () => '√(Var(r)/(B·G))',
  },
  temperature: {
    meaning: () => t('strength of the kicks behind the jitter'),
    formula: () => '2k Var(process)',
  },
  atDoubleGroupSize: {
    meaning: () => t('process noise to expect at twice the group size, at best'),
    formula: () => t('Var ∝ 1/G for SGD, 1/√G for Adam, above a floor from between prompts'),
  },
};

/** What the noise around the curve consists of, in words. */
export function noiseConstants(report: Report): ConstantRow[] {
  return noiseRows(report).map(({ key, label, value }) => ({
    name: label,
    value,
    known: true,
    meaning: NOISE_WORDS[key].meaning(),
    formula: NOISE_WORDS[key].formula(),
  }));
}
