import type { RawLog } from '../logs/logTable';
import type { Column } from './column';
import type { Sourced } from './run';
import type { RunOptions } from './runOptions';

/** Facts of a carrier's header under the Report's names. */
const HEADER: ReadonlyMap<string, string> = new Map([
  ['max_steps', 'maxSteps'],
  ['logging_steps', 'loggingSteps'],
]);

/** Columns that are a hyperparameter where they never change. */
const CONSTANT_COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:num_generations|group_size|group_size[_/]mean)$/, 'groupSize'],
  [/^(?:actor|critic)[_/]kl_coef$/, 'klCoefficient'],
];

const FLAGS: readonly (readonly [keyof RunOptions, string, string])[] = [
  ['optimizer', 'optimizer', '--optimizer'],
  ['beta1', 'beta1', '--beta1'],
  ['refreshInterval', 'refreshInterval', '--refresh-interval'],
  ['asyncLag', 'asyncLag', '--async-lag'],
  ['groupSize', 'groupSize', '--group-size'],
  ['learningRate', 'learningRate', '--learning-rate'],
];

/**
 * Hyperparameters with where each came from: the user's flags before all, then the carrier's header, then what columns
 * show (the largest learning rate; a group size that never changes).
 */
export function runConfigOf(
  raw: RawLog,
  columns: ReadonlyMap<string, Column>,
  learningRate: Column | undefined,
  plannedSteps: Sourced<number> | null,
  options: RunOptions,
): Map<string, Sourced<number | string>> {
  const config = new Map<string, Sourced<number | string>>();
  if (learningRate !== undefined) {
    const most = learningRate.values.reduce((top, rate) => (rate > top ? rate : top), 0);
    if (most > 0) config.set('learningRate', { value: most, from: `largest ${learningRate.key} in the log` });
  }
  for (const [pattern, name] of CONSTANT_COLUMNS)
    for (const [key, column] of columns)
      if (pattern.test(key) && isConstant(column))
        config.set(name, { value: column.values.at(0) ?? 0, from: `column ${key}` });
  if (plannedSteps !== null) config.set('maxSteps', plannedSteps);
  for (const [key, value] of raw.header) {
    const name = HEADER.get(key);
    if (name !== undefined && value !== -1 && value !== 0)
      config.set(name, { value, from: `log header: ${key}` });
  }
  for (const [option, name, flag] of FLAGS) {
    const value = options[option];
    if (value !== undefined) config.set(name, { value, from: flag });
  }
  return config;
}

function isConstant(column: Column): boolean {
  const first = column.values.at(0);
  return first !== undefined && column.values.every((value) => value === first);
}
