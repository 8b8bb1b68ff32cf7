import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../test/shared';
import { TableBuilder } from '../logs/tableBuilder';
import { ALIASES, type Alias } from './aliasTable';
import { candidatesFor, readMeaning, type Meaning } from './meaning';

interface Entry {
  readonly canonical: string;
  readonly stack: string;
  readonly key?: string;
  readonly regex?: string;
  readonly unit?: string;
  readonly notes?: string;
  readonly until?: string;
}

/** Every name of a metric in the reference table; hyperparameters and console lines with steps have tests of their own. */
function entries(): readonly Entry[] {
  if (!hasShared) return [];
  const text = readFileSync(shared('metric-aliases.json'), 'utf8');
  const all = Object.entries(JSON.parse(text) as Record<string, readonly Omit<Entry, 'canonical'>[]>);
  return all
    .filter(([canonical]) => canonical !== '_meta' && !canonical.startsWith('config.'))
    .flatMap(([canonical, list]) => list.map((entry) => ({ canonical, ...entry })))
    .filter(({ key, regex }) => key !== undefined || regex !== undefined)
    .filter(({ canonical, regex }) => canonical !== 'step' || regex === undefined);
}

/** A key that the entry names: of a pattern one that it fits. */
function nameOf({ key, regex = '' }: Entry): string {
  if (key !== undefined) return key;
  const simple = regex
    .replace(/\(\?![^)]*\)/g, '')
    .replace(/\(\?:\.\+\/\)\?|\(\.\+\/\)\?|\(\?:\^\|\/\)|\(\?:[^()]*\)\?/g, '')
    .replace(/\(\\d\?\)|\(\?:\/\([^)]*\)\)\?|\(\?:_\([^)]*\)\)\?/g, '')
    .replace(/\[(\d)\d*\]/g, '$1')
    .replace(/\((?:\?:)?([^()|]+)(?:\|[^()]*)?\)/g, '$1')
    .replace(/\((?:\?:)?([^()|]+)(?:\|[^()]*)?\)/g, '$1');
  return simple
    .replace(/\\d\+?/g, '4')
    .replace(/\[[^\]]*\]\+|\.\+/g, 'x')
    .replace(/[\^$\\]/g, '');
}

/** Names that are no metric and tell a member of a family apart (log-formats.md §§1.6, 2). */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  'trl-async': ['reward', 'weight_sync_time_s'],
  unsloth: ['completions/mean_length'],
};

/** A log in which a stack writes every name that it has now; in the past, those that it had too. */
function logOf(stack: string, isPast: boolean): Meaning {
  const own = entries().filter((entry) => entry.stack === stack && (isPast || entry.until === undefined));
  const table = new TableBuilder();
  for (let row = 0; row < 3; row++) {
    table.beginRow(row + 1, 1);
    for (const key of [...own.map(nameOf), ...(SIGNS[stack] ?? [])]) table.number(key, row + 1);
  }
  return readMeaning('jsonl', table.table());
}

const logs = new Map<string, Meaning>();

function meaningOf({ stack, until }: Entry): Meaning {
  const isPast = until !== undefined;
  const known = logs.get(`${stack} ${String(isPast)}`) ?? logOf(stack, isPast);
  logs.set(`${stack} ${String(isPast)}`, known);
  return known;
}

const isRead = (one: Entry, canonical: string): boolean =>
  candidatesFor(meaningOf(one), canonical).some(({ column }) => column.key === nameOf(one));

/** Stacks that have too few names of their own, or only another's. */
const READ_AS: Readonly<Record<string, string>> = {
  axolotl: 'nobody',
  transformers: 'trl',
  wandb: 'nobody',
};

/** Where we differ from the reference on purpose: it lists the name with the metric, we never read it as that. */
const ON_PURPOSE: readonly (readonly [reason: string, labels: RegExp])[] = [
  ['one part of a step, not its time', /^step_time .*\^(?:time|timing|timing_s|timeperf)\//],
  ['tokens per second', /^step_time · verl · perf\/throughput$/],
  [
    'a ratio, weight or correlation: 1 = identical, where the metric is a difference',
    /^train_inference_mismatch /,
  ],
  ['of one reward function, not of the reward', /^reward_std_batch · trl · \^rewards/],
  ['a percentile, not a mean', /^reward_std_group · rllm /],
  ['a lower bound, where 1 - effective is exact', /^frac_zero_std_groups · rllm .*too_easy/],
  ['a count of samples, not an age', /^staleness · verl · fully_async/],
  ['importance weights out of bounds, not PPO clipping', /^clip_frac · nemo-rl · train\/is_oob_ratio$/],
];

const FALSE_FRIEND =
  /never show|do not interpret|\bNOT (?:the|a)\b|sign-flipped|subtract|inverse sense|absolute sampler/;
const wordsOf = ({ unit = '', notes = '' }: Entry): string => `${unit} ${notes}`;
const label = ({ canonical, stack, key, regex }: Entry): string =>
  `${canonical} · ${stack} · ${key ?? regex ?? ''}`;
const ownOf = ({ canonical, stack, key, regex }: Entry): Alias | undefined =>
  ALIASES.get(canonical)?.find((own) => own.stack === stack && own.key === key && own.regex === regex);

describe.skipIf(!hasShared)('every name of metric-aliases.json (reference: GRPO_SHARED)', () => {
  it('has a sample that it fits', () => {
    const misfits = entries().filter(
      (one) => one.regex !== undefined && !new RegExp(one.regex).test(nameOf(one)),
    );
    expect(misfits.map((one) => `${label(one)} → ${nameOf(one)}`)).toEqual([]);
  });

  it('tells its stack, in a log with all of the stack’s names', () => {
    const stacks = [...new Set(entries().map(({ stack }) => stack))];
    const found = stacks.map((stack) => [stack, logOf(stack, false).stack ?? 'nobody']);
    expect(found).toEqual(stacks.map((stack) => [stack, READ_AS[stack] ?? stack]));
  });

  it('is read as its metric, but for those that our table refuses with a reason', () => {
    const refused = entries().filter((one) => !isRead(one, one.canonical));
    expect(refused.filter((one) => ownOf(one)?.never === undefined).map(label)).toEqual([]);
  });

  it('is refused against the reference only where this test says why', () => {
    const refused = entries().filter(
      (one) => ownOf(one)?.never !== undefined && !FALSE_FRIEND.test(wordsOf(one)),
    );
    const unexplained = refused.filter((one) => !ON_PURPOSE.some(([, labels]) => labels.test(label(one))));
    expect(unexplained.map(label)).toEqual([]);
    for (const [reason, labels] of ON_PURPOSE)
      expect([reason, refused.some((one) => labels.test(label(one)))]).toEqual([reason, true]);
  });

  it('is read as nothing else', () => {
    const wrong = entries().flatMap((one) => {
      const same = entries().filter((other) => nameOf(other) === nameOf(one));
      const listed = new Set(same.map(({ canonical }) => canonical));
      return [...meaningOf(one).candidates.keys()]
        .filter((canonical) => !listed.has(canonical) && isRead(one, canonical))
        .map((canonical) => `${label(one)} as ${canonical}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it.each<[RegExp, readonly (string | undefined)[]]>([
    [/^PERCENT/, ['percent', 'percentPart']],
    [/^COUNT/, ['count']],
    [/^100 \* kept/, ['keptPercentTimesGroup']],
    [/= 1 - value/, ['complement']],
    [/reciprocal/, ['reciprocal']],
    [/zero-std = (?:none|good)|zero-std = sum/, ['part']],
  ])('has its unit where the reference says %s', (words, units) => {
    const said = entries().filter(({ unit = '', notes = '' }) => words.test(unit) || words.test(notes));
    expect(said.length).toBeGreaterThan(0);
    for (const one of said) {
      const own = ownOf(one);
      if (own?.never === undefined) expect([label(one), units.includes(own?.as)]).toEqual([label(one), true]);
    }
  });

  it('is a false friend where the reference calls it one', () => {
    const said = entries().filter((one) => FALSE_FRIEND.test(wordsOf(one)));
    expect(said.length).toBeGreaterThan(8);
    const trusted = said.filter((one) => ownOf(one)?.never === undefined && ownOf(one)?.as === undefined);
    expect(trusted.map(label)).toEqual([]);
  });
});
