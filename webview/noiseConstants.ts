import { noiseRows, type NoiseKey } from '../src/report/noiseRows';
import type { Report } from '../src/report/report';
import type { ConstantRow } from './constantRow';

const NOISE_WORDS: Readonly<Record<NoiseKey, Pick<ConstantRow, 'meaning' | 'formula'>>> = {
  process: {
    meaning: 'jitter of the policy itself, which carries over from row to row',
    formula: 'the autoregressive part of the residuals, by restricted likelihood',
  },
  sampling: {
    meaning: 'luck of each batch, new in every row; more prompts or a larger group lower it',
    formula: 'the white part of the residuals',
  },
  expectedSampling: {
    meaning: 'what the logged spread of rewards makes one expect of it',
    formula: '√(Var(r)/(B·G))',
  },
  temperature: { meaning: 'strength of the kicks behind the jitter', formula: '2k Var(process)' },
  atDoubleGroupSize: {
    meaning: 'process noise to expect at twice the group size, at best',
    formula: 'Var ∝ 1/G for SGD, 1/√G for Adam, above a floor from between prompts',
  },
};

/** What the noise around the curve consists of, in words. */
export function noiseConstants(report: Report): ConstantRow[] {
  return noiseRows(report).map(({ key, label, value }) => ({
    name: label,
    value,
    known: true,
    ...NOISE_WORDS[key],
  }));
}
