/** Evidence metrics as a person reads them. */
const LABELS: Readonly<Record<string, string>> = {
  entropy: 'entropy',
  zeroStdFraction: 'groups without gradient',
  kl: 'KL to the reference',
  completionLength: 'answer length',
  gradNorm: 'gradient norm',
  evalReward: 'held-out reward',
  truncatedFraction: 'answers cut off',
  clipFraction: 'clipped share',
  rewardStd: 'spread within groups',
  rewardStdBatch: 'spread of the batch',
  mismatch: 'trainer and sampler apart',
  importanceRatio: 'importance ratio',
  klOldPolicy: 'KL to the old policy',
  loss: 'loss',
  learningRate: 'learning rate',
};

/** The name of a canonical metric; a component of the reward keeps its own. */
export function metricLabel(name: string): string {
  if (Object.hasOwn(LABELS, name)) return LABELS[name];
  return name.startsWith('rewards.') ? `reward: ${name.slice('rewards.'.length)}` : name;
}
