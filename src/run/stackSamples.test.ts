import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import type { StepUnit } from './run';

interface Sample {
  readonly text: string;
  readonly format: string;
  readonly reward: string;
  readonly unit: StepUnit;
  readonly steps: readonly number[];
  readonly also?: readonly (readonly [metric: string, key: string])[];
}

/** Lines of three steps in the exact syntax of a stack; values are made up. */
const lines = (line: (step: number) => string): string => [1, 2, 3].map((step) => `${line(step)}\n`).join('');
const rows = (row: (step: number) => object): string => jsonl([1, 2, 3].map(row));
const STEPS = [1, 2, 3];

/** One per stack of log-formats.md, and per carrier where a stack has several of its own. */
const SAMPLES: Readonly<Record<string, Sample>> = {
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
  'verl, console (§4.1)': {
    text: lines(
      (step) =>
        `\u001b[36m(TaskRunner pid=46086)\u001b[0m step:${step} - actor/pg_loss:-0.0031 - actor/kl_loss:np.float64(0.001) - critic/score/mean:0.53125 - response_length/clip_ratio:0.03125`,
    ),
    format: 'console',
    reward: 'critic/score/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [
      ['kl', 'actor/kl_loss'],
      ['truncatedFraction', 'response_length/clip_ratio'],
    ],
  },
  'verl, file (§4.2)': {
    text: rows((step) => ({
      step,
      data: {
        'actor/pg_loss': -0.0031,
        'critic/score/mean': 0.5,
        'training/global_step': step,
        'val-core/openai/gsm8k/acc/mean@1': 0.61,
      },
    })),
    format: 'jsonl',
    reward: 'critic/score/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [['evalReward', 'val-core/openai/gsm8k/acc/mean@1']],
  },
  'EasyR1, file (§5)': {
    text: rows((step) => ({
      step,
      reward: { overall: 0.41, format: 0.9 },
      critic: { score: { mean: 0.41 } },
      actor: { pg_loss: -0.002, ppo_kl: 0.0003, lr: 1e-6 },
    })),
    format: 'jsonl',
    reward: 'reward/overall',
    unit: 'rollout',
    steps: STEPS,
  },
  'EasyR1, console (§5)': {
    text: lines(
      (step) => `Step ${step}\nactor:\n  pg_loss: -0.002\n  ppo_kl: 0.0003\nreward:\n  overall: 0.4${step}\n`,
    ),
    format: 'console',
    reward: 'reward/overall',
    unit: 'rollout',
    steps: STEPS,
  },
  'OpenRLHF (§6)': {
    text: lines(
      (step) =>
        `(PPOTrainer pid=1234) INFO 08-22 10:00:00 ppo_trainer.py:548] ✨ Global step ${step}: {'policy_loss': -0.003, 'actor_lr': 1e-06, 'reward': 0.4${step}, 'group_reward_std': 0.2, 'kl': 0.001, 'ppo_clip_ratio': 0.01}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'rollout',
    steps: STEPS,
    also: [['rewardStd', 'group_reward_std']],
  },
  'NeMo-RL (§7)': {
    text: lines(
      (step) =>
        `${'='.repeat(25)} Step ${step}/1000 ${'='.repeat(25)}\n📊 Training Results:\n  • Loss: 0.0123\n  • Generation KL Error: 0.0011\n  • Avg Reward: 0.4${step}\n  • Mean Generation Length: 512.00\n`,
    ),
    format: 'console',
    reward: 'Avg Reward',
    unit: 'rollout',
    steps: STEPS,
    also: [
      ['completionLength', 'Mean Generation Length'],
      ['mismatch', 'Generation KL Error'],
    ],
  },
  'prime-rl, file (§8)': {
    text: STEPS.map((step) =>
      jsonl([
        {
          step,
          time: 1755771234.1,
          'optim/lr': 1e-6,
          'entropy/all/mean': 0.34,
          'mismatch_kl/all/mean': 0.001,
        },
        {
          step,
          time: 1755771240.7,
          'train/agg/all/policy/reward/mean': 0.51,
          'train/agg/all/policy/solved_none': 0.1,
        },
      ]),
    ).join(''),
    format: 'jsonl',
    reward: 'train/agg/all/policy/reward/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [['entropy', 'entropy/all/mean']],
  },
  'prime-rl, console (§8)': {
    text: lines(
      (step) =>
        `12:00:01 SUCCESS Step ${step} |   12.3s | Loss 0.0012 | Entropy 0.3456 | Mismatch KL 0.0010 | Grad. Norm 0.1234 | LR 1.00e-06\n12:00:02 SUCCESS Step ${step} | 30s | Reward 0.5123 | Trainable 120/128 (93.8%) | Max Off-Policy 2 | Error 0.0% | Truncation 1.2%`,
    ),
    format: 'console',
    reward: 'Reward',
    unit: 'rollout',
    steps: STEPS,
    also: [
      ['mismatch', 'Mismatch KL'],
      ['truncatedFraction', 'Truncation'],
      ['gradNorm', 'Grad. Norm'],
    ],
  },
  'slime (§9)': {
    text: lines(
      (step) =>
        `(A pid=12) [2026-08-22 10:00:00] data.py:1 - rollout ${step}: {'rollout/raw_reward': 0.41, 'rollout/rewards': 0.0}\n(A pid=12) [2026-08-22 10:00:00] model.py:918 - step ${step * 2}: {'train/loss': -0.003, 'train/grad_norm': 0.2, 'train/ppo_kl': 0.0}`,
    ),
    format: 'console',
    reward: 'rollout/raw_reward',
    unit: 'rollout',
    steps: STEPS,
    also: [['gradNorm', 'train/grad_norm']],
  },
  'AReaL (§10)': {
    text: lines(
      (step) =>
        `20260822-10:00:00.1 StatsLogger INFO: Epoch 1/10 Step ${step}/467 Train step ${step}/4670 done.\nStats (1/1):\n╒═════╤═════╕\n│ ppo_actor/task_reward/avg │ 4.1250e-01 │ ppo_actor/update/entropy/avg │ 3.2000e-01 │\n╘═════╧═════╛`,
    ),
    format: 'console',
    reward: 'ppo_actor/task_reward/avg',
    unit: 'rollout',
    steps: STEPS,
    also: [['entropy', 'ppo_actor/update/entropy/avg']],
  },
  'SkyRL (§11)': {
    text: lines(
      (step) =>
        `2026-08-22 10:00:00.1 | INFO     | skyrl.train.utils.tracking:log:80 - Step ${step}: \n{'policy/grad_norm': '0.2000',\n 'policy/policy_entropy': '0.3000',\n 'reward/avg_raw_reward': '0.4120'}`,
    ),
    format: 'console',
    reward: 'reward/avg_raw_reward',
    unit: 'rollout',
    steps: STEPS,
    also: [['entropy', 'policy/policy_entropy']],
  },
  'open-instruct (§12)': {
    text: lines(
      (step) =>
        `╭──── Metrics ────╮\n│  loss       policy_avg: -1.00e-06                          │\n│  objective  verifiable_correct_rate: 0.40                  │\n│  other      episode: ${step * 256} | training_step: ${step} | scores: 4.20 │\n╰─────────────────╯`,
    ),
    format: 'console',
    reward: 'scores',
    unit: 'rollout',
    steps: STEPS,
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
  'torchtune (§14)': {
    text: lines(
      (step) =>
        `Step ${step} | rewards:0.25 successes:0.1 num_stop_tokens:14 loss:0.0012 policy_loss:0.001 kl_loss:0.02 clipfrac:0.0 ratios:1.0 approx_policy_kls:0.0 response_lengths:211.5 lr:1e-05 grad_norm:0.4 `,
    ),
    format: 'console',
    reward: 'rewards',
    unit: 'update',
    steps: STEPS,
    also: [
      ['kl', 'kl_loss'],
      ['completionLength', 'response_lengths'],
    ],
  },
  'ROLL (§15)': {
    text: lines(
      (step) =>
        `[2026-08-22 10:00:00] [rlvr_pipeline.py (612)] [INFO] [DRIVER 0 / 1][PID 99] {"critic/score/mean": 0.41, "actor/approxkl": 0.001, "tokens/response_length/mean": 9, "system/step": ${step}}`,
    ),
    format: 'console',
    reward: 'critic/score/mean',
    unit: 'rollout',
    steps: STEPS,
  },
  'tinker-cookbook (§16)': {
    text: rows((step) => ({
      step: step - 1,
      'progress/batch': step - 1,
      'progress/done_frac': 0.01,
      'env/all/reward/total': 0.31,
      'env/all/by_group/frac_mixed': 0.6,
      'env/all/by_group/frac_all_good': 0.1,
      'env/all/by_group/frac_all_bad': 0.3,
      'optim/entropy': 0.28,
    })),
    format: 'jsonl',
    reward: 'env/all/reward/total',
    unit: 'rollout',
    steps: [0, 1, 2],
    also: [['entropy', 'optim/entropy']],
  },
  'rllm (§17)': {
    text: lines(
      (step) =>
        `step:${step} - reward/solver/mean:0.5 - batch/solver/fractions/effective:0.6 - train/entropy:0.3 - async/staleness_mean:1.0`,
    ),
    format: 'console',
    reward: 'reward/solver/mean',
    unit: 'rollout',
    steps: STEPS,
  },
};

describe('a log of each stack', () => {
  it.each(Object.entries(SAMPLES))('%s', async (_, { text, format, reward, unit, steps, also = [] }) => {
    const run = await runOf(text);
    expect([run.format, run.metrics.get('reward'), run.stepUnit.value]).toEqual([format, reward, unit]);
    expect([...run.reward.steps]).toEqual(steps);
    expect(run.dropped).toMatchObject({ malformed: 0, noStep: 0, averaged: 0, replacedByResume: 0 });
    for (const [metric, key] of also) expect([metric, run.metrics.get(metric)]).toEqual([metric, key]);
  });
});
