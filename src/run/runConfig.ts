import { t } from '@vscode/l10n';
import type { RawLog } from '../logs/logTable';
import type { Column } from './column';
import { configFacts } from './config/configFacts';
import { fixedFacts } from './config/fixedFacts';
import { disputed, mergeFacts } from './config/mergeFacts';
import { columnOrigin, headerOrigin, largestOrigin } from './config/origin';
import type { Facts, MergedFacts } from './config/mergeFacts';
import type { ConfigDocument } from './config/readConfigBeside';
import type { RunConfig, Sourced } from './run';
import type { RunOptions } from './runOptions';
import { lineageOf } from './stack';

/** Facts of any carrier's header under the Report's names. */
const HEADER: ReadonlyMap<string, string> = new Map([
  ['max_steps', 'maxSteps'],
  ['logging_steps', 'loggingSteps'],
]);

/** Columns that are a hyperparameter where they never change. */
const CONSTANT_COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:num_generations|group_size|group_size[_/]mean)$/, 'groupSize'],
  [/^(?:actor|critic)[_/]kl_coef$/, 'klCoefficient'],
];

/** What a user may set, with the flag of that name. */
const USER_FACTS = [
  ['optimizer', '--optimizer'],
  ['beta1', '--beta1'],
  ['refreshInterval', '--refresh-interval'],
  ['asyncLag', '--async-lag'],
  ['groupSize', '--group-size'],
  ['learningRate', '--learning-rate'],
  ['learningRateSchedule', 'grpo-dynamics.json'],
  ['warmupSteps', 'grpo-dynamics.json'],
  ['warmupRatio', 'grpo-dynamics.json'],
  ['maxSteps', 'grpo-dynamics.json'],
  ['klCoefficient', 'grpo-dynamics.json'],
  ['clipEpsilon', 'grpo-dynamics.json'],
] as const;

/** Share by which a logged learning rate may exceed the configured one: float32 and rounding. */
const RATE_MARGIN = 1.01;

/** What a run's configuration is put together from. */
export interface ConfigParts {
  readonly raw: RawLog;
  readonly columns: ReadonlyMap<string, Column>;
  readonly learningRate: Column | undefined;
  /** How many steps the log's own texts plan ("10/438"). */
  readonly plannedSteps: Sourced<number> | null;
  readonly stack: string | null;
  readonly options: RunOptions;
}

/** Hyperparameters, what to say about them, and the trainer that the files beside the log are of. */
export interface RunSettings extends MergedFacts {
  readonly stack: Sourced<string> | null;
}

/**
 * Hyperparameters with where each came from. In order: what the user says; the log's own header; columns that never change;
 * the files beside the log, nearest first; what the stack fixes; what other columns show (the largest learning rate).
 * Where two of them differ the first is used and a note says so.
 */
export function runConfigOf(parts: ConfigParts): RunSettings {
  const { raw, columns, learningRate, plannedSteps, stack, options } = parts;
  const planned: Facts = new Map(plannedSteps === null ? [] : [['maxSteps', plannedSteps]]);
  const documents = options.beside?.documents ?? [];
  const merged = mergeFacts([
    userFacts(options),
    headerFacts(raw, stack),
    planned,
    constantColumns(columns),
    ...documents.map((document) => documentFacts(document, stack)),
    fixedFacts(stack),
  ]);
  const rateNotes = addLargestRate(merged.facts, learningRate, userFacts(options).has('learningRate'));
  const notes = [...(options.beside?.notes ?? []), ...strangers(documents, stack), ...merged.notes];
  return { facts: merged.facts, notes: [...notes, ...rateNotes], stack: stackBeside(documents, stack) };
}

/** The trainer whose marks the nearest configuration beside the log has. */
function stackBeside(documents: readonly ConfigDocument[], stack: string | null): Sourced<string> | null {
  for (const { path, entries } of documents) {
    const found = configFacts(entries, path).stack;
    if (found !== null && !isStranger(found, stack)) return { value: found, from: path };
  }
  return null;
}

function userFacts(options: RunOptions): Facts {
  const facts = new Map<string, Sourced<number | string>>();
  for (const [name, flag] of USER_FACTS) {
    const value = options[name];
    if (value !== undefined) facts.set(name, { value, from: options.origins?.get(name) ?? flag });
  }
  return facts;
}

function headerFacts(raw: RawLog, stack: string | null): Facts {
  const { header, headerLines } = raw;
  const lineOf = (key: string): number | null => headerLines?.get(key) ?? null;
  const entries = [...header].map(([key, value]) => ({ key, value, line: lineOf(key) }));
  const origin = originOf(raw);
  const facts = new Map(configFacts(entries, origin, familyOf(stack)).facts);
  for (const [key, name] of HEADER) {
    const value = header.get(key);
    if (headerLines === undefined && value !== undefined && value !== -1 && value !== 0 && !facts.has(name))
      facts.set(name, { value, from: `${origin} ${key}` });
  }
  return headerLines === undefined && raw.format !== 'mlflow' ? ofTheLog(facts) : facts;
}

/** Settings that stand in the log itself; what is read off a name there stays that. */
function ofTheLog(facts: Facts): Facts {
  return new Map([...facts].map(([name, fact]) => [name, { ...fact, kind: fact.kind ?? 'log' }]));
}

/** What stands before a header's key: the file where the header has lines, else what carried it. */
function originOf({ format, headerLines, path }: RawLog): string {
  if (headerLines !== undefined) return path.replace(/^.*[\\/]/, '');
  return format === 'mlflow' ? t('MLflow params:') : headerOrigin();
}

/** Above the log's folder a file counts only where it has the marks of a trainer's, and not of another than the log's. */
function documentFacts({ path, entries }: ConfigDocument, stack: string | null): Facts {
  const isNear = !path.startsWith('../');
  const found = configFacts(entries, path, isNear ? familyOf(stack) : null);
  return isStranger(found.stack, stack) ? new Map() : found.facts;
}

function strangers(documents: readonly ConfigDocument[], stack: string | null): string[] {
  return documents.flatMap(({ path, entries }) => {
    const found = configFacts(entries, path);
    return isStranger(found.stack, stack)
      ? [
          t(
            '{0} is a configuration of {1}, the log is of {2}: not used.',
            ...[path, found.stack ?? '', stack ?? ''],
          ),
        ]
      : [];
  });
}

function isStranger(found: string | null, stack: string | null): boolean {
  const family = familyOf(stack);
  if (found === null || family === null || family === found) return false;
  return !(family === 'rllm' && found === 'verl');
}

/** The family whose configuration a stack uses; TRL's relatives share its arguments. */
function familyOf(stack: string | null): string | null {
  return lineageOf(stack).includes('transformers') ? 'trl' : stack;
}

function constantColumns(columns: ReadonlyMap<string, Column>): Facts {
  const facts = new Map<string, Sourced<number>>();
  for (const [pattern, name] of CONSTANT_COLUMNS)
    for (const [key, column] of columns)
      if (pattern.test(key) && isConstant(column))
        facts.set(name, { value: column.values.at(0) ?? 0, from: columnOrigin(key), kind: 'log' });
  return facts;
}

/**
 * A schedule keeps the logged rate below the configured peak; above it, the configuration is another run's and the log
 * counts, unless the user said otherwise.
 */
function addLargestRate(
  facts: Map<string, Sourced<number | string>>,
  learningRate: Column | undefined,
  isUsers: boolean,
): string[] {
  const most = learningRate?.values.reduce((top, rate) => (rate > top ? rate : top), 0) ?? 0;
  if (learningRate === undefined || !(most > 0)) return [];
  const known = facts.get('learningRate');
  const logged = { value: most, from: largestOrigin(learningRate.key), kind: 'largest' as const };
  if (known === undefined) facts.set('learningRate', logged);
  if (typeof known?.value !== 'number' || most <= known.value * RATE_MARGIN) return [];
  const [used, other] = isUsers ? [known, logged] : [logged, known];
  facts.set('learningRate', used);
  return [disputed('learningRate', used, other)];
}

function isConstant(column: Column): boolean {
  const first = column.values.at(0);
  return first !== undefined && column.values.every((value) => value === first);
}

/** A hyperparameter as a number, null where it is not known. */
export function numberIn(config: RunConfig, name: string): number | null {
  const value = config.get(name)?.value;
  return typeof value === 'number' ? value : null;
}
