import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROWS = 240;

/** Seeded numbers between −1 and 1, more of them near 0: the same on every machine. */
function seeded(seed) {
  let state = seed;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return () => uniform() + uniform() + uniform() - 1.5;
}

function rowsOf({ plateau, tau, tokens }, seed) {
  const noise = seeded(seed);
  return Array.from({ length: ROWS }, (_, i) => {
    const reward = plateau - (plateau - 0.2) * Math.exp(-i / tau) + 0.06 * noise();
    return JSON.stringify({ step: i + 1, reward: Number(reward.toFixed(5)), num_tokens: (i + 1) * tokens });
  });
}

const RUNS = {
  'groups-of-four': { plateau: 0.72, tau: 40, tokens: 4_000, args: { num_generations: 4, seed: 1 } },
  'groups-of-sixteen': { plateau: 0.86, tau: 32, tokens: 16_000, args: { num_generations: 16, seed: 2 } },
  'groups-of-four-again': { plateau: 0.72, tau: 40, tokens: 4_000, args: { num_generations: 4, seed: 3 } },
};

/**
 * A folder of three runs with their settings beside them: two sizes of the groups, and one of them with another seed.
 * @returns the folder, the path of each log by its run's name, and the lines of each
 */
export function writeSweep(folder) {
  const logs = {};
  const lines = {};
  for (const [i, [name, { args, ...run }]] of Object.entries(RUNS).entries()) {
    const place = path.join(folder, name);
    mkdirSync(place, { recursive: true });
    logs[name] = path.join(place, 'metrics.jsonl');
    lines[name] = rowsOf(run, i + 1);
    writeFileSync(logs[name], `${lines[name].join('\n')}\n`);
    const settings = { learning_rate: 1e-6, adam_beta1: 0.9, optim: 'adamw_torch', beta: 0, ...args };
    writeFileSync(path.join(place, 'args.json'), JSON.stringify(settings, null, 2));
  }
  return { folder, logs, lines };
}
