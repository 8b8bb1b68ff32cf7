import aliases from './metricAliases.json';

/** How a column's number becomes the canonical one. Absent: it is that already. */
export type AliasUnit =
  'percent' | 'part' | 'percentPart' | 'complement' | 'reciprocal' | 'count' | 'keptPercentTimesGroup';

/** One name a training stack gives to a canonical metric: an exact key or a regular expression over the bare key. */
export interface Alias {
  readonly stack: string;
  readonly key?: string;
  readonly regex?: string;
  readonly since?: string;
  readonly until?: string;
  readonly as?: AliasUnit;
  /** Why this key looks like the metric and is not: it is never read as one. */
  readonly never?: string;
}

/** Every name of every metric; the one source of truth. Within a stack the first that fits wins. */
export const ALIASES: ReadonlyMap<string, readonly Alias[]> = new Map(
  Object.entries(aliases as Readonly<Record<string, readonly Alias[]>>),
);

/** One canonical name that a log's key may stand for. */
export interface AliasMatch {
  readonly canonical: string;
  readonly alias: Alias;
  /** Position in the table, for "the first that fits wins". */
  readonly order: number;
  /** Text of the regular expression's first group, null for exact keys. */
  readonly name: string | null;
}

interface CompiledAlias {
  readonly canonical: string;
  readonly alias: Alias;
  readonly order: number;
  readonly pattern: RegExp | null;
  /** The same where "/" was written as "_" (CSV exports). */
  readonly loosePattern: RegExp | null;
}

const COMPILED: readonly CompiledAlias[] = [...ALIASES].flatMap(([canonical, list]) =>
  canonical.startsWith('config.') ? [] : list.map((alias, order) => compile(canonical, alias, order)),
);
const PATTERNS = COMPILED.filter((entry) => entry.pattern !== null);
const EXACT = groupBy(COMPILED, (entry) => entry.alias.key ?? null);
const FLAT = groupBy(COMPILED, (entry) =>
  entry.alias.key?.includes('/') === true ? flat(entry.alias.key) : null,
);

/** Stacks whose trackers add "train/" and turn eval_x into eval/x (metric-aliases.json, carrier_prefix). */
const PREFIXED = new Set([
  'trl',
  'trl-async',
  'transformers',
  'unsloth',
  'ms-swift',
  'axolotl',
  'open-r1',
  'openrlhf',
  'generic',
]);

/**
 * All canonical metrics a key may stand for, as logged, without a tracker's prefix, and (where no key of the log holds a
 * "/") with "_" for "/". Free-text names (stack "generic") match in any case.
 */
export function matchKey(key: string, flattened: boolean): AliasMatch[] {
  const found = new Map<CompiledAlias, AliasMatch>();
  collect(found, key, () => true);
  const bare = withoutPrefix(key);
  if (bare !== key) collect(found, bare, (entry) => PREFIXED.has(entry.alias.stack));
  const lower = bare.toLowerCase();
  if (lower !== bare) collect(found, lower, (entry) => entry.alias.stack === 'generic');
  if (flattened) collectFlat(found, key);
  return [...found.values()];
}

/** A key without the prefix that trackers add. */
export function withoutPrefix(key: string): string {
  if (key.startsWith('train/')) return key.slice('train/'.length);
  return key.startsWith('eval/') ? `eval_${key.slice('eval/'.length)}` : key;
}

/** A key with every run of other characters written as one "_", in lower case. */
export function flat(key: string): string {
  return key
    .toLowerCase()
    .replaceAll('_at_', '_')
    .replace(/[^a-z0-9]+/g, '_');
}

function collect(
  found: Map<CompiledAlias, AliasMatch>,
  key: string,
  allowed: (entry: CompiledAlias) => boolean,
): void {
  for (const entry of EXACT.get(key) ?? []) if (allowed(entry)) add(found, entry, null);
  for (const entry of PATTERNS) {
    if (!allowed(entry)) continue;
    const match = entry.pattern?.exec(key);
    if (match) add(found, entry, match.at(1) ?? null);
  }
}

function collectFlat(found: Map<CompiledAlias, AliasMatch>, key: string): void {
  for (const entry of FLAT.get(flat(key)) ?? []) add(found, entry, null);
  for (const entry of PATTERNS) {
    const match = entry.loosePattern?.exec(key);
    if (match) add(found, entry, match.at(1) ?? null);
  }
}

function add(found: Map<CompiledAlias, AliasMatch>, entry: CompiledAlias, name: string | null): void {
  if (found.has(entry)) return;
  found.set(entry, { canonical: entry.canonical, alias: entry.alias, order: entry.order, name });
}

function compile(canonical: string, alias: Alias, order: number): CompiledAlias {
  const { regex } = alias;
  const hasSlash = regex?.includes('/') === true;
  return {
    canonical,
    alias,
    order,
    pattern: regex === undefined ? null : new RegExp(regex),
    loosePattern: hasSlash ? new RegExp(loosened(regex)) : null,
  };
}

/** A class that excludes "/" excludes "_" too; elsewhere "/" may be "_". */
function loosened(regex: string): string {
  return regex.replaceAll('[^/]', '[^/_]').replace(/(?<!\^)\/(?!_?\])/g, '[/_]');
}

function groupBy(
  entries: readonly CompiledAlias[],
  keyOf: (entry: CompiledAlias) => string | null,
): ReadonlyMap<string, CompiledAlias[]> {
  const groups = new Map<string, CompiledAlias[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}
