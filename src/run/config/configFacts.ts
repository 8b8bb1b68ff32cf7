import { t } from '@vscode/l10n';
import { NOT_PLAIN } from '../../logs/hyperparameters';
import type { ConfigEntry } from './configPort';
import { keyOf, wantedKey } from './configKeys';
import { advantageStd } from './advantageStd';
import { modelName, parametersOf } from './modelName';
import { optimizerName } from './optimizerName';
import type { Factor, Formula, StackConfig } from './stackConfig';
import { STACK_CONFIGS } from './stackConfigs';
import type { Sourced } from '../run';

/** What one configuration says, by the Report's names, and whose it is. */
export interface ConfigFacts {
  /** The family of trainers whose keys it has; null where it is no trainer's. */
  readonly stack: string | null;
  readonly facts: ReadonlyMap<string, Sourced<number | string>>;
}

const NOTHING: ConfigFacts = { stack: null, facts: new Map() };

/** Values written for "not set". */
const UNSET = /^(?:none|null|~|)$/i;
/** Keys of which "none" is a choice. */
const NONE_IS_A_VALUE: ReadonlySet<string> = new Set(['scale_rewards', 'trl.scale_rewards']);

/** What names of schedules and estimators look like; anything else under their keys is somebody's text. */
const NAME = /^[a-z\d_+-]{1,40}$/;

function plainName(text: string): string {
  const name = text.toLowerCase();
  return NAME.test(name) ? name : '';
}

/** Facts that are words; all others are numbers. */
const WORDS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['learningRateSchedule', (text: string) => plainName(text.replace(/^.*schedulertype\./i, ''))],
  ['optimizer', optimizerName],
  ['model', modelName],
  ['advantageStd', advantageStd],
  ['advantageEstimator', plainName],
]);

/** A configuration's entries under the names they are looked up by. */
class Lookup {
  private readonly entries = new Map<string, ConfigEntry>();
  private readonly origin: string;

  constructor(entries: readonly ConfigEntry[], origin: string) {
    this.origin = origin;
    for (const entry of entries) {
      const key = wantedKey(entry.key);
      if (key === null) continue;
      if (NONE_IS_A_VALUE.has(key) || !UNSET.test(String(entry.value))) this.entries.set(key, entry);
    }
  }

  has(key: string): boolean {
    return this.entries.has(key.replaceAll('/', '.'));
  }

  get(key: string): ConfigEntry | undefined {
    return this.entries.get(key.replaceAll('/', '.'));
  }

  first(keys: readonly string[]): ConfigEntry | undefined {
    return keys.map((key) => this.get(key)).find((entry) => entry !== undefined);
  }

  /** "config.yaml:12 actor_rollout_ref.rollout.n"; a formula stands in place of the key. */
  from(entry: ConfigEntry | undefined, words = entry?.key ?? ''): string {
    const line = entry?.line ?? null;
    return `${this.origin}${line === null ? '' : `:${line}`} ${words}`;
  }
}

/**
 * What a configuration says of a run: of the family whose marks it has, the family's keys alone.
 *
 * @param entries its scalars, dotted keys
 * @param origin the file's name (or what carried it), the beginning of every `from`
 * @param stack the family, where something else has told it (a log's own header)
 */
export function configFacts(
  entries: readonly ConfigEntry[],
  origin: string,
  stack: string | null = null,
): ConfigFacts {
  const lookup = new Lookup(entries, origin);
  const marked = STACK_CONFIGS.find(({ marks }) => marks.some((mark) => lookup.has(mark)));
  const family = marked ?? STACK_CONFIGS.find((known) => known.stack === stack);
  if (family === undefined) return NOTHING;
  const facts = new Map<string, Sourced<number | string>>();
  const put = (name: string, fact: Sourced<number | string> | null): void => {
    if (fact !== null) facts.set(name, fact);
  };
  for (const [name, keys] of Object.entries(family.keys)) put(name, plainFact(lookup, name, keys));
  put('refreshInterval', updatesOf(lookup, family.updates, marked !== undefined));
  put('klCoefficient', switchedKl(lookup, family) ?? facts.get('klCoefficient') ?? null);
  put('asyncLag', lagOf(lookup, family, facts.get('refreshInterval')));
  put('parameters', facts.get('parameters') ?? parameterCount(facts.get('model')));
  for (const [name, { value }] of facts) if (!isSensible(name, value)) facts.delete(name);
  return { stack: family.stack, facts };
}

function plainFact(lookup: Lookup, name: string, keys: readonly string[]): Sourced<number | string> | null {
  const entry = lookup.first(keys);
  if (entry === undefined || entry.value === NOT_PLAIN) return null;
  const words = WORDS.get(name);
  const value = words === undefined ? numberOf(entry) : words(String(entry.value));
  return value === null || value === '' ? null : { value, from: lookup.from(entry) };
}

function numberOf(entry: ConfigEntry | undefined): number | null {
  if (typeof entry?.value === 'number') return entry.value;
  if (typeof entry?.value !== 'string') return null;
  const first = /^[\s[(]*([+-]?[\d.]+(?:[eE][+-]?\d+)?)/.exec(entry.value)?.[1];
  return first === undefined ? null : Number(first);
}

/** A formula of nothing but values "unless given" says something only where the file is certainly the family's. */
function updatesOf(lookup: Lookup, formulas: readonly Formula[], isMarked: boolean): Sourced<number> | null {
  for (const { times, over = [] } of formulas) {
    const factors = [...times, ...over];
    const values = factors.map((factor) => valueOf(lookup, factor));
    const isGiven = isMarked || factors.some((factor) => lookup.has(keyOf(factor)));
    if (!isGiven || values.some((value) => value === null)) continue;
    const product = (list: readonly (number | null)[]): number =>
      list.reduce<number>((all, value) => all * (value ?? 1), 1);
    const value = product(values.slice(0, times.length)) / product(values.slice(times.length));
    const first = factors.map((factor) => lookup.get(keyOf(factor))).find((entry) => entry !== undefined);
    return { value: Math.max(1, Math.round(value)), from: lookup.from(first, wordsOf(lookup, times, over)) };
  }
  return null;
}

function valueOf(lookup: Lookup, factor: Factor): number | null {
  const given = lookup.get(keyOf(factor));
  if (given !== undefined) return numberOf(given);
  return typeof factor === 'string' ? null : factor[1];
}

function wordsOf(lookup: Lookup, times: readonly Factor[], over: readonly Factor[]): string {
  const name = (factor: Factor): string => {
    const key = keyOf(factor);
    const isGiven = typeof factor === 'string' || lookup.has(factor[0]);
    return isGiven ? key : t('{0} ({1} unless given)', key, factor[1]);
  };
  return [times.map(name).join(' × '), ...over.map(name)].join(' / ');
}

/** Of several penalties behind switches the one that is on; 0 where all are known to be off. */
function switchedKl(lookup: Lookup, { switchedKl = [] }: StackConfig): Sourced<number> | null {
  const isOff = (on: string): boolean => /^(?:false|0|no|off)$/i.test(String(lookup.get(on)?.value));
  const on = switchedKl.find(([key]) => /^(?:true|1|yes|on)$/i.test(String(lookup.get(key)?.value)));
  const weight = numberOf(lookup.get(on?.[1] ?? ''));
  if (on !== undefined && weight !== null) return { value: weight, from: lookup.from(lookup.get(on[1])) };
  if (switchedKl.length === 0 || !switchedKl.every(([key]) => isOff(key))) return null;
  const first = lookup.get(switchedKl[0]?.[0] ?? '');
  return { value: 0, from: lookup.from(first) };
}

/** Batches by which rollouts may lag, in optimizer steps: each batch holds `refreshInterval` of them. */
function lagOf(
  lookup: Lookup,
  { lagInBatches = [] }: StackConfig,
  refreshInterval: Sourced<number | string> | undefined,
): Sourced<number> | null {
  const entry = lookup.first(lagInBatches);
  const batches = numberOf(entry);
  const updates = refreshInterval?.value;
  if (batches === null || batches < 0) return null;
  if (batches > 0 && typeof updates !== 'number') return null;
  const value = batches * (typeof updates === 'number' ? updates : 1);
  return { value, from: t('{0}, the most it may be', lookup.from(entry)) };
}

function parameterCount(model: Sourced<number | string> | undefined): Sourced<number> | null {
  const count = model === undefined ? null : parametersOf(String(model.value));
  return model === undefined || count === null
    ? null
    : { value: count, from: t('{0}, by its name', model.from) };
}

const COUNTS: ReadonlySet<string> = new Set([
  'groupSize',
  'promptsPerBatch',
  'refreshInterval',
  'maxSteps',
  'loggingSteps',
  'parameters',
]);

/** Placeholders ("-1", "0 steps", "1e9") are no facts. */
function isSensible(name: string, value: number | string): boolean {
  if (typeof value === 'string') return true;
  const isCount = COUNTS.has(name);
  if (isCount) return Number.isFinite(value) && value >= 1;
  if (name === 'learningRate') return value > 0 && value < 10;
  if (name === 'beta1') return value >= 0 && value < 1;
  return Number.isFinite(value) && value >= 0;
}
