import { roundedRow, type LogRow } from '../examples/logText';
import type { Scenario, TrainedScenario } from './scenario';
import type { PhasedRecord } from './trainPhases';

type Column = Exclude<keyof PhasedRecord, 'step' | 'parts' | 'exactReward' | 'exactTruth' | 'rewardStdBatch'>;

/** The trainers' own keys (log-formats.md); a column that is absent is not logged by that trainer. */
const NAMES: Readonly<Record<'trl' | 'verl', Partial<Record<Column, string>>>> = {
  trl: {
    reward: 'reward',
    zeroStdFraction: 'frac_reward_zero_std',
    rewardStdGroup: 'group_reward_std_mean',
    kl: 'kl',
    entropy: 'entropy',
    meanLength: 'completions/mean_length',
    truncatedFraction: 'completions/clipped_ratio',
    gradNorm: 'grad_norm',
    learningRate: 'learning_rate',
    loss: 'loss',
    klOldPolicy: 'approx_kl',
    evalReward: 'eval_reward',
  },
  verl: {
    reward: 'critic/score/mean',
    zeroStdFraction: 'frac_zero_std_groups',
    rewardStdGroup: 'group_reward_std',
    kl: 'actor/kl_loss',
    entropy: 'actor/entropy',
    meanLength: 'response_length/mean',
    truncatedFraction: 'response_length/clip_ratio',
    gradNorm: 'actor/grad_norm',
    learningRate: 'actor/lr',
    loss: 'actor/pg_loss',
    klOldPolicy: 'actor/ppo_kl',
    evalReward: 'val-core/arithmetic/reward/mean@1',
  },
};

/**
 * The run as its trainer would log it: one JSON object per row, training metrics averaged over the stride, the held-out
 * score on the row of its evaluation, missing columns left out, NaN as trainers print it.
 */
export function scenarioLog({ scenario, records }: TrainedScenario): string {
  const { stride } = scenario.logging;
  const rows: string[] = [];
  for (let from = 0; from + stride <= records.length; from += stride)
    rows.push(line(row(scenario, records.slice(from, from + stride))));
  return rows.join('');
}

function row({ logging, run }: Scenario, records: readonly PhasedRecord[]): LogRow {
  const cells: Record<string, number> = { step: records[records.length - 1].step };
  for (const [column, key] of Object.entries(NAMES[logging.names]) as [Column, string][]) {
    if (logging.missing.has(column) || (column === 'truncatedFraction' && run.maxLength === Infinity))
      continue;
    const values = records.map((record) => record[column]).filter((value) => value !== null);
    if (values.length > 0) cells[key] = values.reduce((sum, value) => sum + value / values.length, 0);
  }
  for (const name of Object.keys(records[0].parts))
    cells[`rewards/${name}/mean`] = records.reduce((sum, { parts }) => sum + parts[name] / records.length, 0);
  return roundedRow(cells);
}

/** JSON as Python writes it: NaN and Infinity are bare words. */
function line(cells: LogRow): string {
  const entries = Object.entries(cells).map(([key, value]) => `${JSON.stringify(key)}: ${String(value)}`);
  return `{${entries.join(', ')}}\n`;
}
