import { t } from '@vscode/l10n';
import type { MetricName } from '../run/metricName';
import type { FailureMode } from './finding';
import type { Stack } from './stackOf';

/** What a failure mode is judged from (theory.md §6), and how a log comes to have it. */
export interface ModeColumns {
  /** Any one of these makes the mode assessable; empty where the reward alone does. */
  readonly needs: readonly MetricName[];
  /** The needed columns in words, for "the log has no …". */
  readonly needsInWords: () => string;
  /** What to log, by the stack that wrote the log; `other` for any. From the stacks' sources (log-formats.md). */
  readonly advice: Readonly<Record<Stack, () => string>>;
}

/** Which columns each failure mode needs. */
export const COLUMNS_OF_MODE: Readonly<Record<FailureMode, ModeColumns>> = {
  'reward-hacking': {
    needs: ['evalReward'],
    needsInWords: () => t('reward on held-out prompts'),
    advice: {
      trl: () => t('With an eval_dataset and eval_strategy="steps" TRL logs eval_reward.'),
      verl: () => t('With trainer.test_freq above 0 verl logs val-core/….'),
      tinker: () => t('With eval_every above 0 and a test set tinker-cookbook logs test/env/all/….'),
      openrlhf: () =>
        t(
          'With --eval.dataset and --eval.steps above 0 (older: --eval_dataset, --eval_steps) OpenRLHF logs eval_….',
        ),
      'nemo-rl': () => t('With grpo.val_period above 0 NeMo-RL logs validation/accuracy.'),
      'prime-rl': () => t('With [orchestrator.eval] and its interval prime-rl logs eval/….'),
      skyrl: () => t('With trainer.eval_interval above 0 SkyRL logs eval/all/avg_score.'),
      slime: () => t('With --eval-prompt-data and --eval-interval slime logs eval/….'),
      other: () => t('Evaluate on held-out prompts while training and log the mean as eval_reward.'),
    },
  },
  'advantage-degeneracy': {
    needs: ['zeroStdFraction'],
    needsInWords: () => t('share of groups with all rewards equal'),
    advice: {
      trl: () => t('TRL logs frac_reward_zero_std since v0.18.0.'),
      verl: () => t('verl logs none: trainer.rollout_data_dir keeps the rollouts it can be computed from.'),
      tinker: () => t('tinker-cookbook logs env/all/by_group/frac_all_good and frac_all_bad.'),
      openrlhf: () =>
        t('OpenRLHF logs none: log the share of groups whose rewards are equal as frac_reward_zero_std.'),
      'nemo-rl': () =>
        t('NeMo-RL logs none: logs/exp_…/train_data_step….jsonl keeps the rewards it can be computed from.'),
      'prime-rl': () =>
        t('prime-rl logs …/solved_none and …/solved_all: together they are it, where rewards are 0 or 1.'),
      skyrl: () =>
        t(
          'SkyRL logs only a count (reward/num_zero_variance_filtered): divided by the groups of a batch it is it.',
        ),
      slime: () =>
        t('slime logs only counts (rollout/zero_std/count_…): divided by --rollout-batch-size they are it.'),
      other: () => t('Log it as frac_reward_zero_std.'),
    },
  },
  'policy-concentration': {
    needs: ['entropy'],
    needsInWords: () => t('entropy of the policy'),
    advice: {
      trl: () => t('TRL logs entropy since v0.20.'),
      verl: () => t('verl logs actor/entropy (actor/entropy_loss up to v0.4.0).'),
      tinker: () => t('tinker-cookbook logs optim/entropy.'),
      openrlhf: () => t('OpenRLHF logs entropy_loss once an entropy coefficient is set.'),
      'nemo-rl': () => t('NeMo-RL logs train/approx_entropy.'),
      'prime-rl': () => t('prime-rl logs entropy/all/mean in the trainer’s rows.'),
      skyrl: () => t('SkyRL logs policy/policy_entropy.'),
      slime: () => t('slime logs train/entropy_loss, which is the entropy.'),
      other: () => t('Log the mean token entropy as entropy.'),
    },
  },
  'dynamical-instability': {
    needs: [],
    needsInWords: () => '',
    advice: {
      trl: () => t('grad_norm beside it would tell more.'),
      verl: () => t('actor/grad_norm beside it would tell more.'),
      tinker: () => t('The gradient norm beside it would tell more.'),
      openrlhf: () => t('actor_grad_norm beside it would tell more.'),
      'nemo-rl': () => t('train/grad_norm beside it would tell more.'),
      'prime-rl': () => t('optim/grad_norm beside it would tell more.'),
      skyrl: () => t('policy/grad_norm beside it would tell more.'),
      slime: () => t('train/grad_norm beside it would tell more.'),
      other: () => t('grad_norm beside it would tell more.'),
    },
  },
};
