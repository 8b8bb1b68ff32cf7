import { t } from '@vscode/l10n';
import type { Column } from './column';
import { candidatesFor } from './meaning';
import type { Meaning } from './meaning';

/** The spread of rewards within a group, over the batch, or neither where the log cannot tell; with the reason. */
export interface RewardStdChoice {
  readonly group: Column | null;
  readonly batch: Column | null;
  readonly notes: readonly string[];
}

type Kind = 'group' | 'batch' | 'unknown';

interface Verdict {
  readonly kind: Kind;
  readonly why: string;
}

/** Keys that TRL only has since it logs the batch std as reward_std (v0.27.0, PR #4785; log-formats.md §1.3). */
const SINCE_BATCH = ['policy_loss', 'aux_loss', 'entropy_coef', 'vespo/phi_seq_mean'];

/**
 * reward_std means three things (log-formats.md §25.1): the mean within-group std (TRL ≤ 0.26, ms-swift, OpenRLHF), the
 * std of the whole batch (TRL ≥ 0.27), or what a custom trainer made of it. Keys that say which are believed; for TRL's
 * bare name the other columns decide. Where nothing does, neither is filled and a note says so.
 */
export function chooseRewardStd(meaning: Meaning): RewardStdChoice {
  const groups = candidatesFor(meaning, 'reward_std_group').map(({ column }) => column);
  const batches = candidatesFor(meaning, 'reward_std_batch').map(({ column }) => column);
  const group = groups.find((column) => !isBareName(column)) ?? null;
  const batch = batches.find((column) => !isBareName(column)) ?? null;
  const bare = [...groups, ...batches].find(isBareName) ?? bareColumn(meaning);
  if (bare === null) return { group, batch, notes: [] };
  const { kind, why } = judge(meaning, bare, group !== null);
  const note =
    kind === 'unknown'
      ? t('{0} may be the spread within groups or over the batch ({1}): not used.', bare.key, why)
      : kind === 'group'
        ? t('{0} read as the std within groups: {1}.', bare.key, why)
        : t('{0} read as the std of the whole batch: {1}.', bare.key, why);
  return {
    group: group ?? (kind === 'group' ? bare : null),
    batch: batch ?? (kind === 'batch' ? bare : null),
    notes: [note],
  };
}

function isBareName(column: Column): boolean {
  return /^(?:train\/)?reward_std$/.test(column.key);
}

function bareColumn(meaning: Meaning): Column | null {
  return meaning.table.numbers.get('reward_std') ?? meaning.table.numbers.get('train/reward_std') ?? null;
}

function judge(meaning: Meaning, bare: Column, hasGroup: boolean): Verdict {
  if (hasGroup) return { kind: 'batch', why: t('the spread within groups has a column of its own') };
  if (meaning.stack === 'ms-swift') return { kind: 'group', why: t('ms-swift logs that') };
  const has = (key: string): boolean =>
    meaning.table.numbers.has(key) || meaning.table.numbers.has(`train/${key}`);
  const newer = SINCE_BATCH.find(has);
  if (newer !== undefined)
    return { kind: 'batch', why: t('{0} exists only in TRL versions that log that', newer) };
  const component = onlyComponentStd(meaning);
  if (component !== null && agree(component, bare))
    return { kind: 'batch', why: t('it equals {0} on every row', component.key) };
  if (component !== null)
    return { kind: 'group', why: t('it differs from {0}, which is over the batch', component.key) };
  if (exceedsGroups(meaning, bare))
    return { kind: 'batch', why: t('it is larger than groups with that many equal rewards allow') };
  const isTrl = (meaning.stack === 'trl' || meaning.stack === 'unsloth') && has('epoch');
  if (isTrl && !has('step_time')) return { kind: 'group', why: t('TRL before 0.26 logs that') };
  return { kind: 'unknown', why: t('its meaning changed with TRL 0.27 and no other column tells') };
}

/** With one reward function of weight 1 the total is that function's reward, so the two stds can be compared. */
function onlyComponentStd(meaning: Meaning): Column | null {
  const numbers = [...meaning.table.numbers.values()];
  const stds = numbers.filter((column) => /^(?:train\/)?rewards\/.+\/std$/.test(column.key));
  const std = stds.at(0);
  if (stds.length !== 1 || std === undefined) return null;
  const mean = meaning.table.numbers.get(std.key.replace(/std$/, 'mean'));
  const total = meaning.table.numbers.get('reward') ?? meaning.table.numbers.get('train/reward');
  return mean !== undefined && total !== undefined && agree(mean, total) ? std : null;
}

function agree(a: Column, b: Column): boolean {
  if (a.rows.length !== b.rows.length) return false;
  return a.values.every((value, i) => {
    const other = b.values[i] ?? NaN;
    return Math.abs(value - other) <= 1e-5 * Math.max(1e-3, Math.abs(value), Math.abs(other));
  });
}

/** A group of rewards in [0, 1] has std (ddof 1) ≤ 1/√2, a group of equal rewards 0: their mean has a ceiling. */
function exceedsGroups(meaning: Meaning, bare: Column): boolean {
  const share = candidatesFor(meaning, 'frac_zero_std_groups').at(0)?.column;
  const low = meaning.table.numbers.get('reward');
  if (share?.key !== 'frac_reward_zero_std' || low === undefined) return false;
  if (low.values.some((value) => value < 0 || value > 1) || share.rows.length !== bare.rows.length)
    return false;
  return bare.values.some((value, i) => value > (1 - (share.values[i] ?? 0)) * Math.SQRT1_2 + 1e-6);
}
