import type { MetricName } from '../run/metricName';
import type { FailureMode } from './finding';

/** What a failure mode is judged from (theory.md §6), and how a log comes to have it. */
export interface ModeColumns {
  /** The mode in words. */
  readonly title: string;
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
    title: 'reward hacking',
    needs: ['evalReward'],
    needsInWords: 'reward measured on held-out prompts',
    advice: {
      trl: 'Give the trainer an eval_dataset and eval_strategy="steps": it then logs eval_reward.',
      verl: 'Set trainer.test_freq above 0: verl then logs val-core/… at each validation.',
      tinker: 'Evaluate on held-out prompts during training and log the result in the same file.',
      other: 'Evaluate on held-out prompts during training and log the mean as eval_reward.',
    },
  },
  'advantage-degeneracy': {
    title: 'advantage degeneracy',
    needs: ['zeroStdFraction'],
    needsInWords: 'share of groups whose rewards are all equal',
    advice: {
      trl: 'TRL logs frac_reward_zero_std since v0.18.0: update, or keep that column when you export the log.',
      verl: 'verl logs no such column: set trainer.rollout_data_dir, so that it can be computed from the rollouts.',
      tinker:
        'tinker-cookbook logs env/all/by_group/frac_mixed, frac_all_good and frac_all_bad: keep those columns.',
      other: 'Log the share of groups with equal rewards as frac_reward_zero_std.',
    },
  },
  'policy-concentration': {
    title: 'policy concentration',
    needs: ['entropy'],
    needsInWords: "policy's entropy",
    advice: {
      trl: 'TRL logs entropy since v0.20: update, or keep that column when you export the log.',
      verl: 'verl logs actor/entropy (actor/entropy_loss up to v0.4.0): keep that column when you export the log.',
      tinker: 'tinker-cookbook logs optim/entropy: keep that column when you export the log.',
      other: 'Log the mean token entropy of the policy as entropy.',
    },
  },
  'dynamical-instability': {
    title: 'dynamical instability',
    needs: [],
    needsInWords: '',
    advice: {
      trl: 'Keep grad_norm in the log: a spike there often precedes one in the reward.',
      verl: 'Keep actor/grad_norm in the log: a spike there often precedes one in the reward.',
      tinker: 'Log the gradient norm: a spike there often precedes one in the reward.',
      other: 'Log the gradient norm as grad_norm: a spike there often precedes one in the reward.',
    },
  },
};
