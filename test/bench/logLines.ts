/** Metrics as trainers log them, then parts of a step's time, of which nothing is read. */
const KEYS = [
  'step',
  'reward',
  'loss',
  'grad_norm',
  'learning_rate',
  'completions/mean_length',
  'reward_std',
  'frac_reward_zero_std',
  'entropy',
  'kl',
];

/** The first keys of a log. */
export function keysOfLog(count: number): string[] {
  return Array.from({ length: count }, (_, i) => KEYS.at(i) ?? `timing/phase_${i}`);
}

/**
 * Lines of a JSONL log: a saturating reward and noise from a fixed linear congruential generator, so that every run
 * measures the same.
 */
export function* logLines(rows: number, keys: number): Generator<string> {
  const names = keysOfLog(keys);
  let state = 42;
  const random = (): number => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
  for (let step = 1; step <= rows; step++) {
    const row: Record<string, number> = {};
    for (const name of names) row[name] = random();
    row['step'] = step;
    row['reward'] = 0.8 - 0.6 * Math.exp((-6 * step) / rows) + 0.1 * (random() - 0.5);
    yield `${JSON.stringify(row)}\n`;
  }
}
