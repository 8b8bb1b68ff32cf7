import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../test/shared';
import { ALIASES, flat, matchKey, withoutPrefix } from './aliasTable';

interface SharedEntry {
  readonly stack: string;
  readonly key?: string;
  readonly regex?: string;
}

const meanings = (key: string, flattened = false): string[] =>
  matchKey(key, flattened)
    .filter(({ alias }) => alias.never === undefined)
    .map(({ canonical, alias }) => `${alias.stack} ${canonical}`);

describe('the alias table', () => {
  it.skipIf(!hasShared)('covers every key and pattern of metric-aliases.json', () => {
    const text = readFileSync(shared('metric-aliases.json'), 'utf8');
    const canonicals = Object.entries(JSON.parse(text) as Record<string, readonly SharedEntry[]>);
    const missing = canonicals
      .filter(([canonical]) => canonical !== '_meta')
      .flatMap(([canonical, entries]) =>
        entries
          .filter(({ stack, key, regex }) => {
            const own = ALIASES.get(canonical)?.filter((alias) => alias.stack === stack) ?? [];
            const hasKey = key === undefined || own.some((alias) => alias.key === key);
            return !hasKey || !(regex === undefined || own.some((alias) => alias.regex === regex));
          })
          .map(({ stack, key, regex }) => `${canonical}: ${stack} ${key ?? ''} ${regex ?? ''}`),
      );
    expect(missing).toEqual([]);
  });

  it('gives every alias a key or a pattern, and each once', () => {
    for (const [canonical, list] of ALIASES) {
      const names = list.map(({ stack, key, regex }) => `${canonical} ${stack} ${key ?? ''} ${regex ?? ''}`);
      expect(new Set(names).size).toBe(names.length);
      for (const alias of list) expect((alias.key === undefined) !== (alias.regex === undefined)).toBe(true);
    }
  });

  it.each<[string, string]>([
    ['critic/score/mean', 'verl reward_mean'],
    ['actor/kl_loss', 'verl kl_ref'],
    ['actor/ppo_kl', 'verl kl_old_policy'],
    ['response_length/clip_ratio', 'verl truncated_ratio'],
    ['actor/pg_clipfrac', 'verl clip_frac'],
    ['env/all/by_group/frac_all_good', 'tinker-cookbook frac_zero_std_groups'],
    ['train/agg/all/policy/reward/mean', 'prime-rl reward_mean'],
    ['rewards/accuracy_reward/mean', 'trl reward_per_function_mean'],
    ['train/rewards/accuracy_reward/mean', 'trl reward_per_function_mean'],
    ['train/reward', 'trl reward_mean'],
    ['eval/reward', 'generic eval_reward'],
    ['Mean_Reward', 'generic reward_mean'],
    ['skyrl.ai/grad_norm', 'generic grad_norm'],
  ])('reads %s as %s', (key, meaning) => {
    expect(meanings(key)).toContain(meaning);
  });

  it.each<[string, string]>([
    ['critic_score_mean', 'verl reward_mean'],
    ['actor_ppo_kl', 'verl kl_old_policy'],
    ['actor_entropy', 'verl entropy'],
    ['response_length_clip_ratio', 'verl truncated_ratio'],
    ['val-core_textcraft_acc_mean@1', 'verl eval_reward'],
    ['env_all_by_group_frac_all_bad', 'tinker-cookbook frac_zero_std_groups'],
  ])('reads %s as %s where no key has a slash', (key, meaning) => {
    expect(meanings(key, true)).toContain(meaning);
    expect(meanings(key, false)).not.toContain(meaning);
  });

  it.each<[string, string]>([
    ['rollout/rewards', 'reward_mean'],
    ['clip_ratio', 'clip_frac'],
    ['completions/clipped_ratio', 'clip_frac'],
    ['actor/pg_clipfrac_lower', 'clip_frac'],
    ['actor/pg_clipfrac_lower', 'clip_frac_low'],
    ['mismatch_kl/all/mean', 'kl_ref'],
    ['actor/ppo_kl', 'kl_ref'],
    ['ppo_actor/kl_rewards/avg', 'kl_ref'],
    ['unsolved_batch_size_ratio', 'frac_zero_std_groups'],
    ['rewards/f/std', 'reward_std_group'],
    ['critic/rewards/max', 'reward_mean'],
    ['perf/throughput', 'step_time'],
    ['timing_s/gen', 'step_time'],
  ])('does not take %s for %s', (key, canonical) => {
    const found = meanings(key).filter(
      (meaning) => !meaning.startsWith('easyr1') && meaning.endsWith(` ${canonical}`),
    );
    expect(found).toEqual([]);
  });

  it('takes hostile keys for nothing', () => {
    for (const key of ['__proto__', 'constructor', 'toString', '', '/', 'x'.repeat(256), '/all/'.repeat(50)])
      expect(meanings(key)).toEqual([]);
  });

  it('knows how trackers rewrite keys', () => {
    expect(withoutPrefix('train/reward')).toBe('reward');
    expect(withoutPrefix('eval/reward')).toBe('eval_reward');
    expect(withoutPrefix('reward')).toBe('reward');
    expect(flat('val-core/openai/gsm8k/acc/mean@8')).toBe('val_core_openai_gsm8k_acc_mean_8');
    expect(flat('val-core/x/acc/mean_at_8')).toBe('val_core_x_acc_mean_8');
  });
});
