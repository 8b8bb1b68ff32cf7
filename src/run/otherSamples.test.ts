import { describe, it } from 'vitest';
import { jsonl } from '../../test/reading';
import { expectRead, lines, rows, STEPS } from '../../test/stackSample';
import type { StackSample } from '../../test/stackSample';

const SAMPLES: Readonly<Record<string, StackSample>> = {
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
  'OpenRLHF with an evaluation (§6)': {
    text: lines(
      (step) =>
        `(PPOTrainer pid=1234) INFO 08-22 10:00:00 ppo_trainer.py:548] ✨ Global step ${step}: {'policy_loss': -0.003, 'reward': 0.4${step}, 'kl': 0.001}\n(PPOTrainer pid=1234) INFO 08-22 10:00:00 ppo_trainer.py:600] ✨ Evaluation completed in 31.2s, global_step ${step}, eval_metrics: {'eval_gsm8k_pass1': 0.5${step}}`,
    ),
    format: 'console',
    reward: 'reward',
    unit: 'rollout',
    steps: STEPS,
    also: [['evalReward', 'eval_gsm8k_pass1']],
  },
  'NeMo-RL with a validation (§7)': {
    text: lines(
      (step) =>
        `${'='.repeat(25)} Step ${step}/1000 ${'='.repeat(25)}\n📊 Validation Results:\n    • Accuracy: 0.431${step}\n📊 Training Results:\n  • Loss: 0.0123\n  • Avg Reward: 0.412${step}\n`,
    ),
    format: 'console',
    reward: 'Avg Reward',
    unit: 'rollout',
    steps: STEPS,
    also: [['evalReward', 'validation/Accuracy']],
  },
  'AReaL, merged.log (§10)': {
    text: lines(
      (step) =>
        `[main] 20260822-10:00:00.1 StatsLogger INFO: Epoch 1/10 Step ${step}/467 Train step ${step}/4670 done.\n[main] Stats (1/1):\n[main] ╒═════╤═════╕\n[main] │ ppo_actor/task_reward/avg │ 4.1250e-01 │ ppo_actor/update/entropy/avg │ 3.2000e-01 │\n[main] ╘═════╧═════╛`,
    ),
    format: 'console',
    reward: 'ppo_actor/task_reward/avg',
    unit: 'rollout',
    steps: STEPS,
    also: [['entropy', 'ppo_actor/update/entropy/avg']],
  },
  'torchtune, file (§14)': {
    text: rows((step) => ({ step, rewards: 0.25, loss: 0.0012, kl_loss: 0.02, num_stop_tokens: 14 })),
    format: 'jsonl',
    reward: 'rewards',
    unit: 'update',
    steps: STEPS,
    also: [['kl', 'kl_loss']],
  },
  'torchtune, async recipe (§14)': {
    text: lines(
      (step) =>
        `Step ${step} | train_worker_training/loss:0.0012 train_worker_training/kl_loss:0.02 postprocessing_worker_rewards/rewards_mean:0.25 `,
    ),
    format: 'console',
    reward: 'postprocessing_worker_rewards/rewards_mean',
    unit: 'update',
    steps: STEPS,
    also: [['kl', 'train_worker_training/kl_loss']],
  },
};

describe('a log of the other trainers', () => {
  it.each(Object.entries(SAMPLES))('%s', async (_, sample) => {
    await expectRead(sample);
  });
});
