import { t } from '@vscode/l10n';

/** Metrics as a person reads them. */
const LABELS: Readonly<Record<string, () => string>> = {
  step: () => t('step'),
  reward: () => t('reward'),
  entropy: () => t('entropy'),
  zeroStdFraction: () => t('groups without gradient'),
  kl: () => t('KL to the reference'),
  completionLength: () => t('answer length'),
  gradNorm: () => t('gradient norm'),
  evalReward: () => t('held-out reward'),
  truncatedFraction: () => t('answers cut off'),
  clipFraction: () => t('clipped share'),
  rewardStd: () => t('spread within groups'),
  rewardStdBatch: () => t('spread of the batch'),
  mismatch: () => t('trainer and sampler apart'),
  importanceRatio: () => t('importance ratio'),
  klOldPolicy: () => t('KL to the old policy'),
  loss: () => t('loss'),
  learningRate: () => t('learning rate'),
  stepTime: () => t('time of a step'),
  tokens: () => t('tokens'),
};

/** The name of a canonical metric; a component of the reward keeps its own. */
export function metricLabel(name: string): string {
  if (Object.hasOwn(LABELS, name)) return LABELS[name]();
  return name.startsWith('rewards.') ? t('reward: {0}', name.slice('rewards.'.length)) : name;
}
