import { describe, it } from 'vitest';
import { expectRead, lines, rows, STEPS } from '../../test/stackSample';
import type { StackSample } from '../../test/stackSample';

const SAMPLES: Readonly<Record<string, StackSample>> = {
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
  'verl up to 0.4, console with validation before training (§§4.1, 4.4)': {
    text: `(main_task pid=77, ip=10.0.0.1) step:0 - val/test_score/openai/gsm8k:0.500\n${lines(
      (step) =>
        `\u001b[36m(main_task pid=77, ip=10.0.0.1)\u001b[0m step:${step} - actor/entropy_loss:0.300 - actor/pg_clipfrac:0.010 - critic/score/mean:0.53${step}\n(WorkerDict pid=1) ok [repeated 7x across cluster]`,
    )}`,
    format: 'console',
    reward: 'critic/score/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [
      ['entropy', 'actor/entropy_loss'],
      ['evalReward', 'val/test_score/openai/gsm8k'],
    ],
  },
  'rllm, file (§17)': {
    text: rows((step) => ({
      step,
      data: { 'reward/solver/mean': 0.5, 'batch/solver/fractions/effective': 0.6, 'val/aime/pass@1': 0.2 },
    })),
    format: 'jsonl',
    reward: 'reward/solver/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [
      ['zeroStdFraction', '1 - batch/solver/fractions/effective'],
      ['evalReward', 'val/aime/pass@1'],
    ],
  },
  'ROLL, standard output (§15)': {
    text: lines(
      (step) =>
        `metrics_tag: {"step": ${step}, "metrics": {"critic/score/mean": 0.4${step}, "actor/approxkl": 0.001, "system/step": ${step}}}`,
    ),
    format: 'console',
    reward: 'critic/score/mean',
    unit: 'rollout',
    steps: STEPS,
    also: [['klOldPolicy', 'actor/approxkl']],
  },
};

describe('a log of verl and the trainers built on it', () => {
  it.each(Object.entries(SAMPLES))('%s', async (_, sample) => {
    await expectRead(sample);
  });
});
