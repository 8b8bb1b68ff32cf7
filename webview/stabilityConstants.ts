import { t } from '@vscode/l10n';
import type { Report } from '../src/report/report';
import { stabilityRows, type StabilityKey } from '../src/report/stabilityRows';
import type { ConstantRow, ConstantWords } from './constantRow';

const STABILITY_WORDS: Readonly<Record<StabilityKey, ConstantWords>> = {
  stability: {
    meaning: () => t('how far the run is from ringing without end; the command line takes what is missing'),
    formula: () => t('k against its threshold at momentum β and refresh interval K'),
  },
  stiffness: {
    meaning: () => t('how hard each optimizer step pulls, by the curve bound to the hyperparameters'),
    formula: () => t('k = ηκ; with Adam an effective one, ηκ/σ of the gradient, near the plateau'),
  },
  margin: {
    meaning: () =>
      t('how many times stiffer, or faster in learning rate, it could be before it loses stability'),
    formula: () => 'k_thr(β, K)/k',
  },
  refresh: {
    meaning: () => t('how long rollouts could be reused at this stiffness'),
    formula: () => t('largest K with k < k_thr(β, K)'),
  },
  threshold: {
    meaning: () => t('stiffness from which swings grow instead of shrink'),
    formula: () => 'k_thr(β, K)',
  },
  onset: {
    meaning: () => t('stiffness from which the reward swings past its plateau'),
    formula: () => 'k_osc(β, K)',
  },
};

/** Distance from instability; without a curve only where there is a number to say. */
export function stabilityConstants(report: Report): ConstantRow[] {
  if (report.interpretation.curve === null && report.stability === null) return [];
  return stabilityRows(report).map(({ key, label, value, known }) => ({
    name: label,
    value,
    known,
    meaning: STABILITY_WORDS[key].meaning(),
    formula: STABILITY_WORDS[key].formula(),
  }));
}
