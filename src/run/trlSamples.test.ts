import { describe, it } from 'vitest';
import { jsonl } from '../../test/reading';
import { expectRead, lines, rows, STEPS } from '../../test/stackSample';
import type { StackSample } from '../../test/stackSample';

const SAMPLES: Readonly<Record<string, StackSample>> = {
  'TRL, trainer_state.json (§1.2)': {
    text: JSON.stringify(
      {
        global_step: 3,
        log_history: STEPS.map((step) => ({
          epoch: step / 9,
          kl: 0.1,
          loss: 0,
          reward: step / 9,
          reward_std: 0.1,
          step,
        })),
      },
      null,
      2,
    ),
    format: 'trainer_state',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['kl', 'kl']],
  },
  'TRL, console of v5 (§1.4)': {
    text: lines(
      (step) =>
        ` ${step}%|▏  | ${step}/500 [00:1${step}<10:00,  1.2s/it]\r{'loss': '0.0002', 'grad_norm': '17.88', 'reward': '0.${step}', 'frac_reward_zero_std': '0.25', 'epoch': '0.02'}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['zeroStdFraction', 'frac_reward_zero_std']],
  },
  'TRL async (§1.6)': {
    text: rows((step) => ({
      step,
      epoch: 0.1,
      reward: 0.1,
      kl: 0.01,
      ratio: 1,
      weight_sync_time_s: 1,
      buffer_qsize: 2,
      'completions/mean_length': 9,
    })),
    format: 'jsonl',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['klOldPolicy', 'kl']],
  },
  'unsloth (§2)': {
    text: lines(
      (step) =>
        `{'loss': 0.0, 'reward': 0.${step}, 'completion_length': 211.5, 'completions/mean_length': 211.5, 'kl': 0.001, 'epoch': 0.02}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'update',
    steps: [0, 1, 2],
    also: [['kl', 'kl']],
  },
  'ms-swift (§3)': {
    text: rows((step) => ({
      loss: 0.0012,
      reward: 0.41,
      reward_std: 0.22,
      frac_reward_zero_std: 0.375,
      'completions/mean_length': 312.4,
      epoch: 0.02,
      'global_step/max_steps': `${step}/438`,
      elapsed_time: '51s',
      'train_speed(s/it)': 5.1,
    })),
    format: 'jsonl',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['rewardStd', 'reward_std']],
  },
  'open-r1 (§1.8)': {
    text: JSON.stringify({
      logging_steps: 1,
      log_history: STEPS.map((step) => ({
        step,
        reward: 0.5,
        reward_std: 0.1,
        frac_reward_zero_std: 0.1,
        'rewards/accuracy_reward/mean': 0.5,
        'rewards/accuracy_reward/std': 0.3,
        epoch: 0.1,
      })),
    }),
    format: 'trainer_state',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
  },
  'axolotl, debug.log (§1.9)': {
    text: lines(
      (step) =>
        `[2026-08-22 10:00:00,123] [INFO] [axolotl.train:1] saving\n  ${step}%|▏  | ${step}/500 [00:12<10:00,  1.2s/it]\r{'loss': 0.1, 'reward': 0.5, 'reward_std': 0.2, 'completions/mean_length': 9.0, 'epoch': 0.02}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
  },
  'TRL, trainer_state.json with rows of other kinds (§1.2)': {
    text: JSON.stringify({
      global_step: 3,
      log_history: [
        ...STEPS.flatMap((step) => [
          {
            'completions/clipped_ratio': 0.125,
            epoch: 0.01,
            loss: 0.0001,
            reward: 0.62,
            reward_std: 0.31,
            step,
          },
          {
            epoch: 0.01,
            eval_reward: 0.58,
            'eval_rewards/accuracy_reward/mean': 0.4,
            eval_runtime: 61.2,
            step,
          },
        ]),
        { epoch: 0.02, step: 3, total_flos: 0, train_loss: 0.0003, train_runtime: 812 },
      ],
    }),
    format: 'trainer_state',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [
      ['evalReward', 'eval_reward'],
      ['truncatedFraction', 'completions/clipped_ratio'],
    ],
  },
  'TRL, console of v4 (§1.4)': {
    text: lines(
      (step) =>
        `{'loss': 0.0002, 'grad_norm': 17.88, 'learning_rate': 4.99e-06, 'reward': 0.${step}, 'reward_std': 0.2, 'kl': nan, 'epoch': 0.02}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'update',
    steps: [0, 1, 2],
    also: [['gradNorm', 'grad_norm']],
  },
  'ms-swift, Megatron (§3)': {
    text: rows((step) => ({
      loss: 0.1,
      reward: 0.4,
      reward_std: 0.2,
      iteration: `${step}/100`,
      'train_speed(s/it)': 5.1,
    })),
    format: 'jsonl',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['stepTime', 'train_speed(s/it)']],
  },
  'ms-swift, with its last line (§3)': {
    text:
      rows((step) => ({
        loss: 0.1,
        reward: 0.4,
        reward_std: 0.2,
        epoch: 0.1,
        'global_step/max_steps': `${step}/3`,
      })) +
      jsonl([{ best_metric: 0.1, global_step: 3, log_history: [{ step: 1, reward: 0.1 }], memory: 61.2 }]),
    format: 'jsonl',
    reward: 'reward',
    unit: 'update',
    steps: STEPS,
    also: [['rewardStd', 'reward_std']],
  },
};

describe('a log of TRL and the trainers built on it', () => {
  it.each(Object.entries(SAMPLES))('%s', async (_, sample) => {
    await expectRead(sample);
  });
});
