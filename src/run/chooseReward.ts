import { t } from '@vscode/l10n';
import { LogError } from '../logs/logError';
import { listed } from '../logs/listed';
import { countFinite, sameCells } from './column';
import type { Column } from './column';
import { candidatesFor, isEvaluationKey } from './meaning';
import type { Meaning } from './meaning';

const KEYS_LISTED = 40;

/** A column with less than this share of the best-filled candidate's values is a summary, not the curve. */
const LEAST_COVERAGE = 0.1;

/** The reward column, and a sentence where the choice could have been another. */
export interface RewardChoice {
  readonly column: Column;
  /** Keys of every column that could be meant, best first, the chosen one among them. */
  readonly plausible: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The column to be fitted: the user's `--metric` (exact, then any case), else the log's reward by the alias table (total
 * before component, training before evaluation, raw before normalised), else the name that looks most like one. Throws
 * `unknown-metric` or `no-reward`, listing the keys there are.
 */
export function chooseReward(path: string, meaning: Meaning, metric: string | undefined): RewardChoice {
  const candidates = plausible(meaning);
  if (metric !== undefined) {
    const column = namedColumn(path, meaning, metric);
    return { column, plausible: keysWith(column, candidates), notes: [] };
  }
  const column = candidates.at(0);
  if (column !== undefined) {
    const keys = keysWith(column, candidates);
    return { column, plausible: keys, notes: otherChoices(keys) };
  }
  const evaluation = candidatesFor(meaning, 'eval_reward').at(0)?.column;
  if (evaluation === undefined) throw noReward(path, meaning);
  return {
    column: evaluation,
    plausible: [evaluation.key],
    notes: [t('No training reward: {0} is an evaluation.', evaluation.key)],
  };
}

/** Every column that could be the training reward, best first; empty where none could. */
export function plausible(meaning: Meaning): Column[] {
  const known = candidatesFor(meaning, 'reward_mean').map(({ column }) => column);
  const columns = known.length > 0 ? known : lookalikes(meaning);
  const fullest = Math.max(0, ...columns.map(countFinite));
  return columns.filter((column) => countFinite(column) >= fullest * LEAST_COVERAGE);
}

function namedColumn(path: string, meaning: Meaning, metric: string): Column {
  const { numbers } = meaning.table;
  const lower = metric.toLowerCase();
  const key = numbers.has(metric) ? metric : [...numbers.keys()].find((name) => name.toLowerCase() === lower);
  const column = key === undefined ? undefined : numbers.get(key);
  if (column !== undefined) return column;
  throw new LogError({
    kind: 'unknown-metric',
    path,
    reason: t('no column "{0}" among: {1}', metric, keysOf(meaning)),
    remedy: t('name one of these with --metric'),
  });
}

function noReward(path: string, meaning: Meaning): LogError {
  const empty = [...meaning.table.numbers.keys()].find((key) => namesReward(meaning, key));
  if (empty !== undefined)
    return new LogError({
      kind: 'no-reward',
      path,
      reason: t('column "{0}" has no value to fit: {1}', empty, t('all its values are NaN or infinite')),
      remedy: t('name another column with --metric'),
    });
  const keys = keysOf(meaning);
  return new LogError({
    kind: 'no-reward',
    path,
    reason: keys === '' ? t('no column of numbers') : t('no reward column among: {0}', keys),
    remedy: t('name the column to fit with --metric'),
  });
}

/** Whether some stack calls its reward by this key; whatever its values are. */
function namesReward(meaning: Meaning, key: string): boolean {
  const matches = meaning.meanings.get(key) ?? [];
  return matches.some(({ canonical, alias }) => canonical === 'reward_mean' && alias.never === undefined);
}

function keysOf(meaning: Meaning): string {
  return listed([...meaning.table.numbers.keys()], KEYS_LISTED);
}

/** Columns with the same cells are one; the chosen one is named even where nothing but its name was known of it. */
function keysWith(chosen: Column, candidates: readonly Column[]): string[] {
  const kept: Column[] = [];
  for (const column of candidates) {
    const twin = kept.findIndex((other) => sameCells(other, column));
    if (twin < 0) kept.push(column);
    else if (column === chosen) kept[twin] = chosen;
  }
  return [...new Set([...(kept.includes(chosen) ? [] : [chosen]), ...kept])].map(({ key }) => key);
}

function otherChoices([chosen, ...others]: readonly string[]): string[] {
  if (others.length === 0) return [];
  return [t('Reward read from {0}; {1} could be meant too (--metric).', chosen, listed(others, 4))];
}

const REWARD_WORD = /^(?:rewards?|score|scores|return|returns)$/;
const NOT_THE_MEAN =
  /^(?:std|stdev|var|variance|max|min|median|p\d+|count|num|n|baseline|adv|advantage|advantages|norm|normalized|normalised|kl|penalty|frac|fraction|rate|ema|smoothed|best|last|delta|diff|loss|weight|coef|eval|val|test|time|step|steps|scale|scaling|weights|threshold|target|goal|fn|func|function|functions|type|id|name|model|head|lr|zero|minus)$/;

/** Names with "reward", "score" or "return" as a word and nothing that says it is another statistic. */
function lookalikes(meaning: Meaning): Column[] {
  const scored: { column: Column; score: number }[] = [];
  for (const [key, column] of meaning.table.numbers) {
    const words = wordsOf(key);
    if (isEvaluationKey(key) || isNoReward(meaning, key) || !words.some((word) => REWARD_WORD.test(word)))
      continue;
    if (words.some((word) => NOT_THE_MEAN.test(word)) || countFinite(column) === 0) continue;
    scored.push({ column, score: lookalikeScore(words) });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ column }) => column);
}

/** Known not to be one in some stack, whatever its name promises. */
function isNoReward(meaning: Meaning, key: string): boolean {
  const matches = meaning.meanings.get(key) ?? [];
  return matches.some(({ canonical, alias }) => canonical === 'reward_mean' && alias.never !== undefined);
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function lookalikeScore(words: readonly string[]): number {
  const total = words.some((word) => /^(?:total|overall|sum)$/.test(word)) ? 2 : 0;
  const mean = words.some((word) => /^(?:mean|avg|average)$/.test(word)) ? 1 : 0;
  const reward = words.some((word) => /^rewards?$/.test(word)) ? 4 : 0;
  return reward + total + mean - words.length * 0.5;
}
