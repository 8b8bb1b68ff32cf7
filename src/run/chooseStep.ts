import { t } from '@vscode/l10n';
import { LogError } from '../logs/logError';
import type { LogTable, TextColumn } from '../logs/logTable';
import { listed } from '../logs/listed';
import type { Column } from './column';
import { candidatesFor } from './meaning';
import type { Meaning } from './meaning';

const KEYS_LISTED = 40;

/** Texts like "10/438" (ms-swift): the step and how many there will be. */
const STEP_OF = /^\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+)\s*$/;

/** The step column; `most` is the planned number of steps where the texts say it. */
export interface StepChoice {
  readonly column: Column;
  readonly most: number | null;
}

/**
 * The column that counts steps, null where rows must be counted in file order. The user's `--step` first; else, of the
 * names that count steps, the first that almost every reward row carries (rows of other axes lack it), W&B's row
 * counter `_step` last; else whole epochs that ascend. Throws `unknown-metric` for a `--step` that is not there.
 */
export function chooseStep(
  path: string,
  meaning: Meaning,
  reward: Column,
  step: string | undefined,
): StepChoice | null {
  if (step !== undefined) return namedStep(path, meaning.table, step);
  const numbers = candidatesFor(meaning, 'step').map(({ column }) => column);
  const choices = numbers.map((column): StepChoice => ({ column, most: null }));
  for (const key of ['global_step/max_steps', 'iteration'])
    choices.push(...textSteps(meaning.table.texts.get(key)));
  const epoch = meaning.table.numbers.get('epoch') ?? meaning.table.numbers.get('progress/epoch');
  const counted = choices.filter(
    ({ column }) => column.key !== reward.key && !(epoch !== undefined && restartsByEpoch(column, epoch)),
  );
  counted.sort((a, b) => Number(a.column.key === '_step') - Number(b.column.key === '_step'));
  const shares = counted.map(({ column }) => share(column.rows, reward.rows));
  const whole = shares.findIndex((value) => value >= 0.9);
  if (shares.every((value) => value === 0)) return countedEpochs(epoch, reward);
  const best = whole >= 0 ? whole : shares.indexOf(Math.max(...shares));
  return counted.at(best) ?? null;
}

/** Where nothing else counts, whole epochs do: the reward's rows ascend by them. */
function countedEpochs(epoch: Column | undefined, reward: Column): StepChoice | null {
  if (epoch === undefined || share(epoch.rows, reward.rows) < 1 || epoch.rows.length < 2) return null;
  const ascends = epoch.values.every(
    (value, i) => Number.isInteger(value) && value > (epoch.values[i - 1] ?? -1),
  );
  return ascends ? { column: epoch, most: null } : null;
}

function namedStep(path: string, table: LogTable, step: string): StepChoice {
  const lower = step.toLowerCase();
  const keys = [...table.numbers.keys(), ...table.texts.keys()];
  const key = keys.includes(step) ? step : keys.find((name) => name.toLowerCase() === lower);
  const column = key === undefined ? undefined : table.numbers.get(key);
  const choice = column === undefined ? textSteps(table.texts.get(key ?? '')).at(0) : { column, most: null };
  if (choice !== undefined) return choice;
  throw new LogError({
    kind: 'unknown-metric',
    path,
    reason: t('no step column "{0}" among: {1}', ...[step, listed([...table.numbers.keys()], KEYS_LISTED)]),
    remedy: t('name one of these with --step'),
  });
}

function textSteps(texts: TextColumn | undefined): StepChoice[] {
  if (texts === undefined) return [];
  const rows: number[] = [];
  const values: number[] = [];
  let most: number | null = null;
  texts.values.forEach((text, i) => {
    const match = STEP_OF.exec(text);
    if (match === null) return;
    rows.push(texts.rows[i] ?? 0);
    values.push(Number(match[1]));
    most = Number(match[2]);
  });
  if (rows.length === 0) return [];
  return [
    { column: { key: texts.key, rows: Int32Array.from(rows), values: Float64Array.from(values) }, most },
  ];
}

/** Whether a counter starts anew in every epoch: where it goes back, the epoch goes on (a resume does not do that). */
function restartsByEpoch(counter: Column, epoch: Column): boolean {
  const backs: number[] = [];
  for (let i = 1; i < counter.rows.length; i++)
    if ((counter.values[i] ?? 0) < (counter.values[i - 1] ?? 0)) backs.push(i);
  if (backs.length === 0) return false;
  const epochs = new Map(Array.from(epoch.rows, (row, i) => [row, epoch.values[i] ?? NaN]));
  const epochAt = (i: number): number => epochs.get(counter.rows[i] ?? -1) ?? NaN;
  return backs.every((i) => epochAt(i) > epochAt(i - 1));
}

/** Share of `wanted` rows that are among `rows`; both ascending. */
function share(rows: Int32Array, wanted: Int32Array): number {
  if (rows === wanted) return 1;
  let common = 0;
  let at = 0;
  for (const row of wanted) {
    while (at < rows.length && (rows[at] ?? 0) < row) at++;
    if (rows[at] === row) common++;
  }
  return wanted.length === 0 ? 0 : common / wanted.length;
}
