import { FREE_TEXT } from '../logs/console/freeText';
import { createReader } from '../logs/createReader';
import type { LogReader } from '../logs/logReader';
import type { LogFormat, LogTable, StreamFormat } from '../logs/logTable';
import { recogniseFormat } from '../logs/recogniseFormat';
import { armsOf } from './armsOf';
import type { Tables } from './armsOf';
import { plausible } from './chooseReward';
import { chooseStep } from './chooseStep';
import type { Column } from './column';
import { separateEvaluationRows } from './evaluationRows';
import { readMeaning } from './meaning';
import type { Meaning } from './meaning';

/** What the head of a file shows. */
export interface SniffedLog {
  readonly format: LogFormat;
  readonly rewardKey: string;
}

const NEWLINE = 10;

/** Rewards that make a console a reward log. */
const FEWEST_REWARDS = 3;

/** One line in so many, at least, is a row where people print rewards themselves. */
const FREE_TEXT_SHARE = 4;

/** Keys of rows that hold one sample each: a data set or a dump of rollouts, not a training log. */
const SAMPLE =
  /^(?:prompts?|completions?|responses?|questions?|answers?|messages|inputs?|outputs?|texts?|instruction|chosen|rejected|solution|query|conversations?|ground_truth|gts)$/i;

/**
 * Whether the first bytes of a file (HEAD_BYTES are enough) are a reward log, for the explorer's badge: a carrier, a column
 * that is a reward beyond doubt, and something that makes it training (steps, or another training metric). Never
 * throws; null for package.json, data sets, dumps of samples and tables that merely have a "score".
 */
export function sniffRewardLog(head: Uint8Array): SniffedLog | null {
  const format = recogniseFormat(head);
  return format === null || format === 'parquet' || format === 'sqlite' ? null : sniffPart(format, head);
}

/** The same of any part of a log of this kind that can be read for itself. */
export function sniffPart(format: StreamFormat, part: Uint8Array): SniffedLog | null {
  const reader = createReader(format, part);
  reader.push(part);
  reader.finish();
  return sniffTables(tablesOf(format, reader), reader.table.skippedKeys(), part);
}

/**
 * The same of tables that are read already.
 *
 * @param skipped keys whose values were left out as lists or prose
 * @param head the first bytes, of a console
 */
export function sniffTables(
  tables: Tables,
  skipped: readonly string[],
  head: Uint8Array = new Uint8Array(0),
): SniffedLog | null {
  const { format } = tables;
  const table = armsOf(tables).arms.at(0)?.table;
  if (table === undefined) return null;
  const meaning = readMeaning(format, separateEvaluationRows(table));
  const reward = plausible(meaning).at(0);
  if (reward === undefined || !isReward(meaning, reward)) return null;
  const step = chooseStep('', meaning, reward, undefined);
  if (format === 'console' && !isConsole(tables, head, table, reward, step?.column ?? null)) return null;
  if (holdsSamples(skipped, table) && !rises(step?.column ?? null)) return null;
  return step !== null || trainingMetrics(meaning) > 0 ? { format, rewardKey: reward.key } : null;
}

/**
 * Prose, source code and documentation hold lines that look like a trainer's: a console shows several rewards with rising
 * steps, and free text besides is little else but such lines.
 */
function isConsole(
  tables: Tables,
  head: Uint8Array,
  table: LogTable,
  reward: Column,
  step: Column | null,
): boolean {
  if (reward.values.length < FEWEST_REWARDS || (step !== null && !rises(step))) return false;
  const shape = tables.parts?.find((part) => part.table === table)?.path.at(-1);
  if (shape !== FREE_TEXT) return true;
  const lines = head.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 1);
  return step !== null && table.rowCount * FREE_TEXT_SHARE >= lines;
}

function tablesOf(format: LogFormat, reader: LogReader): Tables {
  const parts = reader.parts?.();
  return { path: '', format, table: reader.table.table(), ...(parts === undefined ? {} : { parts }) };
}

/** "score" and "return" are everyday words: they count as part of a stack's own key, or where the stack is known. */
function isReward(meaning: Meaning, { key }: Column): boolean {
  if (meaning.stack !== null || /reward/i.test(key)) return true;
  const matches = meaning.meanings.get(key) ?? [];
  return matches.some(
    ({ canonical, alias }) => canonical === 'reward_mean' && alias.key?.includes('/') === true,
  );
}

function holdsSamples(skipped: readonly string[], table: LogTable): boolean {
  return [...skipped, ...table.texts.keys()].some((key) => SAMPLE.test(key.split('/')[0] ?? ''));
}

/** One row per step, mostly: samples of one step repeat it. */
function rises(step: Column | null): boolean {
  if (step === null || step.values.length < 2) return false;
  let up = 0;
  for (let i = 1; i < step.values.length; i++) if ((step.values[i] ?? 0) > (step.values[i - 1] ?? 0)) up++;
  return up >= (step.values.length - 1) * 0.7;
}

function trainingMetrics(meaning: Meaning): number {
  const wanted = new Set([
    'kl_ref',
    'entropy',
    'grad_norm',
    'learning_rate',
    'completion_length_mean',
    'loss',
  ]);
  return [...meaning.meanings.values()].filter((matches) =>
    matches.some(({ canonical }) => wanted.has(canonical)),
  ).length;
}
