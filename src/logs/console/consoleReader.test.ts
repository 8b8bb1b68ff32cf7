import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/reading';
import type { RawLog } from '../logTable';

const ESC = '\u001b';
const TABLE_TOP = '╒════════╤════════╕';
const TABLE_END = '╘════════╧════════╛';

/** The rows of the preferred table as [line, column, cells]. */
async function rowsOf(text: string): Promise<unknown[]> {
  return rowsIn(await readText(text, 'console'));
}

function rowsIn({ table }: RawLog): unknown[] {
  return Array.from({ length: table.rowCount }, (_, row) => [
    table.lines?.[row],
    table.columns?.[row] ?? 1,
    Object.fromEntries(
      [...table.numbers.values(), ...table.texts.values()].flatMap(({ key, rows, values }) => {
        const at = rows.indexOf(row);
        return at < 0 ? [] : [[key, values[at]]];
      }),
    ),
  ]);
}

describe('ConsoleReader', () => {
  it.each<[string, string, unknown[]]>([
    [
      'transformers v4',
      "{'loss': 0.0002, 'grad_norm': nan, 'reward': 0.5, 'learning_rate': 4.99e-06, 'epoch': 0.02}\n",
      [[1, 1, { loss: 0.0002, grad_norm: NaN, reward: 0.5, learning_rate: 4.99e-6, epoch: 0.02 }]],
    ],
    [
      'transformers v5',
      "{'loss': '0.0002', 'reward': '-inf', 'epoch': '0.02'}\n",
      [[1, 1, { loss: 0.0002, reward: -Infinity, epoch: 0.02 }]],
    ],
    [
      'a progress bar on the same line',
      `\r  2%|▏ | 10/500 [00:12<10:00]${ESC}[A\r      \r{'loss': 0.1, 'reward': 0.5}\r  2%|▏ | 11/500 [00:13<10:00]\n` +
        "{'loss': 0.1, 'reward': 0.6}\n",
      [
        [4, 1, { step: 10, loss: 0.1, reward: 0.5 }],
        [6, 1, { step: 11, loss: 0.1, reward: 0.6 }],
      ],
    ],
    [
      'other bars beside it',
      " 50%|#| 5/10 [00:01<0]\nMap: 100%|#| 900/900 [00:01<0]\n 50%|#| 1/2 [00:01<0]\n{'loss': 0, 'reward': 1}\n",
      [[4, 1, { step: 5, loss: 0, reward: 1 }]],
    ],
    [
      'None and numpy',
      "{'reward': np.float64(0.5), 'kl': 0.1, 'n': np.int32(3), 'ok': True}\n{'reward': tensor(0.25, device='cuda:0'), 'kl': None}\n",
      [
        [1, 1, { reward: 0.5, kl: 0.1, n: 3, ok: 1 }],
        [2, 1, { reward: 0.25, kl: NaN }],
      ],
    ],
    [
      'verl with colours and a Ray prefix',
      `${ESC}[36m(TaskRunner pid=46086, ip=10.0.0.2)${ESC}[0m step:12 - actor/pg_loss:-0.0031 - critic/score/mean:np.float64(0.53) - val-core/openai/gsm8k/acc/mean@1:0.6\n`,
      [
        [
          1,
          1,
          {
            step: 12,
            'actor/pg_loss': -0.0031,
            'critic/score/mean': 0.53,
            'val-core/openai/gsm8k/acc/mean@1': 0.6,
          },
        ],
      ],
    ],
    [
      'verl behind a progress bar, broken by a terminal',
      'Training:  10%|# | 1/9 [00:0(main_task pid=7) step:1 - critic/sc\nstep:2 - critic/score/mean:0.5 - resp\n',
      [[2, 1, { step: 2, 'critic/score/mean': 0.5 }]],
    ],
    [
      'OpenRLHF',
      "(PPOTrainer pid=1234) INFO 08-22 10:00:00 ppo_trainer.py:548] ✨ Global step 12: {'policy_loss': -0.003, 'reward': 0.41}\n" +
        "✨ Evaluation completed in 31.2s, global_step 12, eval_metrics: {'eval_gsm8k_pass1': 0.55}\n",
      [
        [1, 1, { step: 12, policy_loss: -0.003, reward: 0.41 }],
        [2, 1, { step: 12, eval_gsm8k_pass1: 0.55 }],
      ],
    ],
    [
      'slime',
      "[2026-08-22 10:00:00] data.py:1 - rollout 3: {'rollout/raw_reward': 0.41}\n" +
        "(A pid=12) [2026-08-22 10:00:00] model.py:918 - step 12: {'train/loss': -0.003, 'train/grad_norm': 0.2}\n" +
        "x - eval 3: {'eval/aime': 0.2}\nx - perf 3: {'perf/step_time': 9.5}\n",
      [
        [1, 1, { 'rollout/step': 3, 'rollout/raw_reward': 0.41 }],
        [2, 1, { 'train/step': 12, 'rollout/step': 3, 'train/loss': -0.003, 'train/grad_norm': 0.2 }],
        [3, 1, { 'eval/step': 3, 'rollout/step': 3, 'eval/aime': 0.2 }],
        [4, 1, { 'rollout/step': 3, 'perf/step_time': 9.5 }],
      ],
    ],
    [
      'SkyRL',
      "2026-08-22 10:00:00.1 | INFO | skyrl.train.utils.tracking:log:80 - Step 12: \n{'loss/avg_kl': '0.0010',\n 'reward/avg_raw_reward': '0.4120'}\n",
      [[2, 1, { step: 12, 'loss/avg_kl': 0.001, 'reward/avg_raw_reward': 0.412 }]],
    ],
    [
      'NeMo-RL',
      `\n${'='.repeat(25)} Step 12/1000 ${'='.repeat(25)}\n📊 Training Results:\n  • Loss: 0.0123\n  • Avg Reward: 0.4120\n\n⏱️  Timing:\n  • Total: 3.2s (26.1%)\n📊 Validation Results:\n    • Accuracy: 0.4310\n`,
      [
        [3, 1, { step: 12, Loss: 0.0123, 'Avg Reward': 0.412 }],
        [9, 1, { step: 12, 'validation/Accuracy': 0.431 }],
      ],
    ],
    [
      'AReaL',
      `Epoch 1/10 Step 3/467 Train step 3/4670 done.\nStats (1/1):\n${TABLE_TOP}\n│ ppo_actor/task_reward/avg │ 4.1250e-01 │ ppo_actor/update/entropy/avg │ 3.2000e-01 │\n├───┼───┤\n│ ppo_actor/update/lr │ nan │ │ │\n${TABLE_END}\n`,
      [
        [
          3,
          1,
          {
            step: 3,
            'ppo_actor/task_reward/avg': 0.4125,
            'ppo_actor/update/entropy/avg': 0.32,
            'ppo_actor/update/lr': NaN,
          },
        ],
      ],
    ],
    [
      "open-instruct's panel",
      '╭──── Metrics ────╮\n│  objective  verifiable_reward: 4.20 | kl_avg: 1.00e-06 |  │\n│             verifiable_correct_rate: 0.42                │\n│  other      episode: 256 | training_step: 4              │\n╰─────────────────╯\n',
      [
        [
          1,
          1,
          {
            'objective/verifiable_reward': 4.2,
            'objective/kl_avg': 1e-6,
            'objective/verifiable_correct_rate': 0.42,
            episode: 256,
            training_step: 4,
          },
        ],
      ],
    ],
    [
      "open-instruct's panel with whole names",
      '╭──── Metrics ────╮\n│ episode: 64 | training_step: 2 | scores: 0.19     │\n│ objective/kl2_avg: 0.01 | objective/verifiable_reward: │\n│ 0.25 | policy/entropy_avg: 0.5 │\n│ lr: 1e-06 │\n│ val/ratio: 1.0 │\n╰─────────────────╯\n',
      [
        [
          1,
          1,
          {
            episode: 64,
            training_step: 2,
            scores: 0.19,
            'objective/kl2_avg': 0.01,
            'objective/verifiable_reward': 0.25,
            'policy/entropy_avg': 0.5,
            lr: 1e-6,
            'val/ratio': 1,
          },
        ],
      ],
    ],
    [
      'prime-rl',
      `${ESC}[32m12:00:01${ESC}[0m SUCCESS Step 5 |   12.3s | Loss 0.0012 | Mismatch KL 0.0010 | Grad. Norm 0.1234 | LR 1.00e-06\n` +
        '12:00:02 SUCCESS Step 5 | 30s | Reward 0.5123 | Trainable 120/128 (93.8%) | Max Off-Policy 2 | Error 0.0% | Truncation 1.2%\n' +
        '12:00:03 SUCCESS Step 6 | Time: 12.34s | Loss: -0.5 | Reward: 0.25\n',
      [
        [1, 1, { step: 5, Loss: 0.0012, 'Mismatch KL': 0.001, 'Grad. Norm': 0.1234, LR: 1e-6 }],
        [2, 1, { step: 5, Reward: 0.5123, 'Max Off-Policy': 2, Error: 0, Truncation: 1.2 }],
        [3, 1, { step: 6, Time: 12.34, Loss: -0.5, Reward: 0.25 }],
      ],
    ],
    [
      'torchtune',
      'Step 12 | rewards:0.25 successes:0.1 num_stop_tokens:14 loss:0.0012 lr:1e-05 \n',
      [[1, 1, { step: 12, rewards: 0.25, successes: 0.1, num_stop_tokens: 14, loss: 0.0012, lr: 1e-5 }]],
    ],
    [
      'ROLL',
      '[2026-08-22 10:00:00] [rlvr_pipeline.py (612)] [INFO] [DRIVER 0 / 1][PID 99] {"critic/score/mean": 0.41, "system/step": 4, "time/x@mean": 1}\nmetrics_tag: {"step": 5, "metrics": {"critic/score/mean": NaN}}\n',
      [
        [1, 1, { 'critic/score/mean': 0.41, 'system/step': 4, 'time/x': 1 }],
        [2, 1, { step: 5, 'critic/score/mean': NaN }],
      ],
    ],
    [
      'EasyR1',
      'Step 3\nactor:\n  entropy_loss: 0.3\n  sub:\n    x: 1\ncritic:\n  score:\n    mean: 4.1e-1\nreward:\n  overall: 0.41\nSaved.\n',
      [
        [
          1,
          1,
          {
            step: 3,
            'actor/entropy_loss': 0.3,
            'actor/sub/x': 1,
            'critic/score/mean': 0.41,
            'reward/overall': 0.41,
          },
        ],
      ],
    ],
    [
      'fractions and bars',
      '[run] 1/50 | loss=-1.7869 | reward=0.875 | acc=87.5%\n[run] -> ckpt\n',
      [[1, 1, { step: 1, loss: -1.7869, reward: 0.875, acc: 87.5 }]],
    ],
    [
      'free text',
      'lr 1e-6, seed 3\nStep 1/500: mean reward: 0.31, eval reward 0.2 (max reward = 1)\nstep=2 Reward (mean): 1,234.5; Reward std: .5\n',
      [
        [2, 1, { step: 1, reward: 0.31, eval_reward: 0.2, max_reward: 1 }],
        [3, 1, { step: 2, Reward: 1234.5, Reward_std: 0.5 }],
      ],
    ],
    [
      'free text below a heading',
      '--- Iteration 7 ---\n  loss: 0.5\n  reward: 0.31\nSaved 3 files, as always, to disk\n',
      [
        [2, 1, { iteration: 7, loss: 0.5 }],
        [3, 1, { iteration: 7, reward: 0.31 }],
      ],
    ],
    [
      'free text without a step',
      'reward: 0.31\nreward: nan\n',
      [
        [1, 1, { reward: 0.31 }],
        [2, 1, { reward: NaN }],
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  it.each([
    ['a dict of texts', "assignment: {'A': 'true', 'B': 'false'}\nreward: 1\n"],
    ['a nested dict', "{'actor': {'lr': 1e-6}, 'n': 8}\nreward: 1\n"],
    ['a date, a time, a version', 'reward at 12:30 of 2025-10-22 v1.2.3\nreward: 1\n'],
    [
      'a traceback',
      'Traceback (most recent call last):\n  File "x.py", line 3, in f\nValueError: step 3\nreward: 1\n',
    ],
  ])('takes no record from %s', async (_, text) => {
    const raw = await readText(text, 'console');
    expect([raw.table.rowCount, raw.malformed]).toEqual([1, 0]);
  });
});
