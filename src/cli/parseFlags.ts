import { parseArgs } from 'node:util';
import type { Flag, FlagValues, ParsedArgs } from './flag';
import { nearestName } from './nearestName';
import { UsageError } from './usageError';

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/**
 * Takes a command line apart by a table of flags: `--flag value` and `--flag=value`, `--` ends the flags, the
 * last of a repeated flag counts. Throws a `UsageError` for an unknown flag, a missing or a bad value.
 */
export function parseFlags(args: readonly string[], table: readonly Flag[]): ParsedArgs {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(table.map((flag) => [flag.name, nodeOption(flag)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Map<string, string | number | true>();
  for (const token of tokens)
    if (token.kind === 'option') flags.set(token.name, valueOf(token, flagNamed(token, table)));
  return { flags, positionals };
}

/** The text of a flag, where it was given. */
export function textOf(flags: FlagValues, name: string): string | undefined {
  const value = flags.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The number of a flag, where it was given. */
export function numberOf(flags: FlagValues, name: string): number | undefined {
  const value = flags.get(name);
  return typeof value === 'number' ? value : undefined;
}

function nodeOption(flag: Flag): { type: 'boolean' | 'string'; short?: string } {
  const type = flag.kind === 'switch' ? 'boolean' : 'string';
  return flag.short === undefined ? { type } : { type, short: flag.short };
}

function flagNamed(token: OptionToken, table: readonly Flag[]): Flag {
  const flag = table.find(({ name }) => name === token.name);
  if (flag !== undefined) return flag;
  const near = nearestName(
    token.name,
    table.map(({ name }) => name),
  );
  throw new UsageError(
    `unknown flag ${token.rawName}`,
    near === null ? '--help lists the flags' : `did you mean --${near}? (--help lists the flags)`,
  );
}

function valueOf(token: OptionToken, flag: Flag): string | number | true {
  const { value, rawName } = token;
  if (flag.kind === 'switch') {
    if (value === undefined) return true;
    throw new UsageError(`${rawName} takes no value, got "${value}"`, `write ${rawName} alone`);
  }
  if (value === undefined || value === '' || (token.inlineValue === false && looksLikeFlag(value)))
    throw new UsageError(
      `${rawName} needs a value`,
      `write ${rawName} ${flag.value ?? 'VALUE'}${orInline(token)}`,
    );
  if (flag.kind === 'number') return checkedNumber(value, rawName, flag.check);
  if (flag.kind === 'choice' && !flag.choices.includes(value))
    throw new UsageError(
      `${rawName} "${value}" is none of its values`,
      `it takes ${flag.choices.join(', ')}`,
    );
  return value;
}

function checkedNumber(text: string, name: string, check: (value: number) => string | null): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new UsageError(
      `${name} needs a number, got "${text}"`,
      `write for example ${name} ${name.startsWith('--beta') ? '0.9' : '4'}`,
    );
  const wrong = check(value);
  if (wrong !== null) throw new UsageError(`${name} ${text} is out of range`, `it must be ${wrong}`);
  return value;
}

function looksLikeFlag(value: string): boolean {
  return /^-(?![\d.])/.test(value);
}

/** A value may begin with a dash, if it is joined to its flag. */
function orInline({ value, rawName }: OptionToken): string {
  return value === undefined || value === '' ? '' : `, or ${rawName}=${value} if that is the value`;
}
