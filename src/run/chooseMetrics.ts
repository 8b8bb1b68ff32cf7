import { addColumns, mapColumn } from './column';
import type { Column } from './column';
import { chooseEvaluation } from './chooseEvaluation';
import { heldOutColumns } from './heldOutColumns';
import { brokenFor, candidatesFor } from './meaning';
import type { Candidate, Meaning } from './meaning';
import type { MetricName } from './metricName';
import { chooseRewardStd } from './rewardStd';
import { chooseComponents } from './rewardComponents';
import { zeroStdFraction } from './zeroStd';

/** The Report's names and where the alias table has them (design.md, contract 2), in order of preference. */
const SIMPLE: readonly (readonly [MetricName, readonly string[]])[] = [
  ['kl', ['kl_ref']],
  ['klOldPolicy', ['kl_old_policy']],
  ['mismatch', ['kl_train_inference_mismatch', 'train_inference_mismatch']],
  ['entropy', ['entropy']],
  ['completionLength', ['completion_length_mean']],
  ['truncatedFraction', ['truncated_ratio']],
  ['gradNorm', ['grad_norm']],
  ['learningRate', ['learning_rate']],
  ['loss', ['loss']],
  ['importanceRatio', ['importance_ratio']],
  ['tokens', ['tokens_total']],
  ['stepTime', ['step_time']],
];

/** Every canonical metric beside the reward, and a sentence for each choice that needed one. */
export interface MetricChoices {
  readonly columns: ReadonlyMap<MetricName, Column>;
  /** Every held-out score, by the log's own key. */
  readonly evaluations: ReadonlyMap<string, Column>;
  readonly notes: readonly string[];
}

/**
 * The columns behind the Report's metrics, in its units. False friends stay out: truncation is never PPO clipping, the KL
 * to the reference is never that to the old policy (metric-aliases.json; log-formats.md §25).
 */
export function chooseMetrics(meaning: Meaning, reward: Column, groupSize: number | null): MetricChoices {
  const columns = new Map<MetricName, Column>();
  const put = (name: MetricName, column: Column | null | undefined): void => {
    if (column !== null && column !== undefined && column.key !== reward.key) columns.set(name, column);
  };
  const std = chooseRewardStd(meaning);
  const zero = zeroStdFraction(meaning, groupSize);
  const evaluation = chooseEvaluation(meaning);
  put('rewardStd', std.group);
  put('rewardStdBatch', std.batch);
  put('zeroStdFraction', zero.column);
  for (const [name, canonicals] of SIMPLE)
    put(name, firstOf(meaning, canonicals) ?? firstBroken(meaning, canonicals));
  put('clipFraction', clipFraction(meaning));
  for (const [name, column] of chooseComponents(meaning, reward)) put(name, column);
  const heldOut = heldOutColumns(meaning).filter(({ key }) => key !== reward.key);
  // A benchmark by its own name decides over hacking as well as the trainer's own score does.
  put('evalReward', evaluation.column ?? heldOut.at(0));
  const evaluations = new Map(heldOut.map((column) => [column.key, column]));
  return { columns, evaluations, notes: [...std.notes, ...zero.notes, ...evaluation.notes] };
}

function firstOf(meaning: Meaning, canonicals: readonly string[]): Column | null {
  for (const canonical of canonicals) {
    const first = candidatesFor(meaning, canonical).at(0);
    if (first !== undefined) return inItsUnit(first);
  }
  return null;
}

/** A metric that is NaN in every row gives no series, but that it is broken is to be said. */
function firstBroken(meaning: Meaning, canonicals: readonly string[]): Column | null {
  const all = canonicals.flatMap((canonical) => brokenFor(meaning, canonical));
  return all.at(0)?.column ?? null;
}

function inItsUnit({ column, match }: Candidate): Column {
  switch (match.alias.as) {
    case 'complement':
      return mapColumn(column, (value) => 1 - value, `1 - ${column.key}`);
    case 'reciprocal':
      return mapColumn(column, (value) => 1 / value, `1 / ${column.key}`);
    case 'percent':
      return mapColumn(column, (value) => value / 100);
    default:
      return column;
  }
}

/** Both sides together; where only the sides are logged, their sum (TRL: region = low + high). */
function clipFraction(meaning: Meaning): Column | null {
  const whole = firstOf(meaning, ['clip_frac']);
  const low = firstOf(meaning, ['clip_frac_low']);
  const high = firstOf(meaning, ['clip_frac_high']);
  return whole ?? (low === null || high === null ? null : addColumns([low, high], false));
}
