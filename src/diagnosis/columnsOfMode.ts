import type { MetricName } from '../run/metricName';
import type { FailureMode } from './finding';

/** What a failure mode is judged from (theory.md §6), and how a log comes to have it. */
export interface ModeColumns {
  /** Any one of these makes the mode assessable; empty where the reward alone does. */
  readonly needs: readonly MetricName[];
  /** The needed columns in words, for "the log has no …". */
  readonly needsInWords: string;
  /** What to log, by the stack that wrote the log; `other` for any. From the stacks' sources (log-formats.md). */
  readonly advice: Readonly<Record<'trl' | 'verl' | 'tinker' | 'other', string>>;
}

/** Which columns each failure mode needs. */
export const COLUMNS_OF_MODE: Readonly<Record<FailureMode, ModeColumns>> = {
  'reward-hacking': {
    needs: ['evalReward'],
    needsInWords: 'reward on held-out prompts',
    advice: {
      trl: 'With an eval_dataset and eval_strategy="steps" TRL logs eval_reward.',
      verl: 'With trainer.test_freq above 0 verl logs val-core/….',
      tinker: 'Evaluate on held-out prompts while training and log it in the same file.',
      other: 'Evaluate on held-out prompts while training and log the mean as eval_reward.',
    },
  },
  'advantage-degeneracy': {
    needs: ['zeroStdFraction'],
    needsInWords: 'share of groups with all rewards equal',
    advice: {
      trl: 'TRL logs frac_reward_zero_std since v0.18.0.',
      verl: 'verl logs none: trainer.rollout_data_dir keeps the rollouts it can be computed from.',
      tinker: 'tinker-cookbook logs env/all/by_group/frac_all_good and frac_all_bad.',
      other: 'Log it as frac_reward_zero_std.',
    },
  },
  'policy-concentration': {
    needs: ['entropy'],
    needsInWords: 'entropy of the policy',
    advice: {
      trl: 'TRL logs entropy since v0.20.',
      verl: 'verl logs actor/entropy (actor/entropy_loss up to v0.4.0).',
      tinker: 'tinker-cookbook logs optim/entropy.',
      other: 'Log the mean token entropy as entropy.',
    },
  },
  'dynamical-instability': {
    needs: [],
    needsInWords: '',
    advice: {
      trl: 'grad_norm beside it would tell more.',
      verl: 'actor/grad_norm beside it would tell more.',
      tinker: 'The gradient norm beside it would tell more.',
      other: 'grad_norm beside it would tell more.',
    },
  },
};
