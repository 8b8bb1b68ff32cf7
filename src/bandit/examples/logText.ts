import type { TrainerRun, UpdateRecord } from '../trainTask';

/** A row of a log: the trainer's own keys, in the order they are written. */
export type LogRow = Readonly<Record<string, number>>;

/** Six significant digits, about what single precision keeps in a trainer's log; what is only rounding is 0. */
export function rounded(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(6));
}

/** The keys TRL's GRPOTrainer logs for one update (`reward_std` within groups, as up to TRL 0.26). */
export function trlRow(record: UpdateRecord): LogRow {
  return roundedRow({
    'completions/mean_length': record.meanLength,
    entropy: record.entropy,
    epoch: record.epoch,
    frac_reward_zero_std: record.zeroStdFraction,
    grad_norm: record.gradNorm,
    kl: record.kl,
    learning_rate: record.learningRate,
    loss: record.loss,
    reward: record.reward,
    reward_std: record.rewardStdGroup,
    step: record.step,
  });
}

/** A copy of the row with every number rounded. */
export function roundedRow(row: LogRow): LogRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, rounded(value)]));
}

/** One JSON object per line, the step first. */
export function jsonLines(records: readonly UpdateRecord[]): string {
  return records.map((record) => `${JSON.stringify(withEval(record))}\n`).join('');
}

function withEval(record: UpdateRecord): LogRow {
  const row = { step: record.step, ...trlRow(record) };
  return record.evalReward === null ? row : { ...row, eval_reward: rounded(record.evalReward) };
}

/** Comma-separated values with a header line. */
export function csv(records: readonly UpdateRecord[]): string {
  const rows = records.map((record) => ({ step: record.step, ...trlRow(record) }));
  const header = Object.keys(rows[0] ?? {}).join(',');
  return `${[header, ...rows.map((row) => Object.values(row).join(','))].join('\n')}\n`;
}

/** transformers' trainer_state.json after the last update: a header and `log_history`, keys sorted, two spaces. */
export function trainerState(records: readonly UpdateRecord[], run: TrainerRun): string {
  const last = records.at(-1);
  const loss = records.reduce((sum, record) => sum + record.loss, 0) / records.length;
  const state = {
    best_metric: null,
    best_model_checkpoint: null,
    epoch: last?.epoch ?? 0,
    eval_steps: 500,
    global_step: records.length,
    is_hyper_param_search: false,
    is_local_process_zero: true,
    is_world_process_zero: true,
    log_history: [
      ...records.map((record) => sortedKeys({ ...trlRow(record), ...components(record) })),
      { epoch: last?.epoch ?? 0, step: records.length, total_flos: 0, train_loss: rounded(loss) },
    ],
    logging_steps: 1,
    max_steps: run.updates,
    num_input_tokens_seen: 0,
    num_train_epochs: Math.ceil(last?.epoch ?? 0),
    save_steps: run.updates,
    stateful_callbacks: {},
    total_flos: 0,
    train_batch_size: run.promptsPerStep * run.groupSize,
    trial_name: null,
    trial_params: null,
  };
  return `${JSON.stringify(state, null, 2)}\n`;
}

/** transformers sorts the keys of what it saves. */
function sortedKeys(row: LogRow): LogRow {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The one reward function of a TRL run, with its standard deviation over the batch. */
function components(record: UpdateRecord): LogRow {
  return roundedRow({
    'rewards/accuracy_reward/mean': record.reward,
    'rewards/accuracy_reward/std': record.rewardStdBatch,
  });
}
