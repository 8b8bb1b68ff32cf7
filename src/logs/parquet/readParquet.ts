import { t } from '@vscode/l10n';
import type { DecodedArray } from 'hyparquet';
import type { ByteSource } from '../byteSource';
import { JoinedSource } from '../joinedSource';
import { listed } from '../listed';
import { LogError } from '../logError';
import type { RawLog } from '../logTable';
import { TableBuilder } from '../tableBuilder';
import { CompletionGroups } from './completionGroups';
import { ParquetFile } from './parquetFile';
import type { ParquetColumn, TextReader } from './parquetFile';
import { fingerprint, textLength, textOf } from './textReaders';

/** Columns whose texts are samples, not data of a run: never read into a table. */
const SAMPLES =
  /^(?:prompts?|completions?|responses?|questions?|answers?|messages|inputs?|outputs?|texts?|instruction|chosen|rejected|solution|query|conversations?|ground_truth|gts)$/i;

/** How much is read, and what is awaited between row groups. */
export interface ParquetLimits {
  /** Row groups, of all files together; all without it. */
  readonly groups?: number;
  readonly pause?: (groups: number) => Promise<void>;
}

/**
 * Reads Parquet files of one run: TRL's logged completions (log-formats.md §1.1) as the statistics of their groups, any other table
 * row by row. One column of one row group is in memory at a time. Throws a `LogError`.
 */
export async function readParquet(source: ByteSource, limits: ParquetLimits = {}): Promise<RawLog> {
  const members = source instanceof JoinedSource ? source.members : [source];
  const reading = new ParquetReading(limits);
  for (const member of members) await reading.add(await ParquetFile.open(member));
  const { table, notes } = reading.end();
  if (table.size === 0) throw nothing(source, notes);
  const files = members.length > 1 ? [t('{0} Parquet files read as one run.', members.length)] : [];
  return {
    path: source.path,
    format: 'parquet',
    table: table.table(),
    malformed: 0,
    unfinished: false,
    header: new Map(),
    notes: [...files, ...notes, ...table.notes()],
  };
}

class ParquetReading {
  private readonly table = new TableBuilder(false);
  private readonly limits: ParquetLimits;
  private readonly left = new Map<string, string>();
  private completions: CompletionGroups | null = null;
  private functions: readonly string[] = [];
  private groupsRead = 0;
  private rows = 0;

  constructor(limits: ParquetLimits) {
    this.limits = limits;
  }

  async add(file: ParquetFile): Promise<void> {
    for (let group = 0; group < file.groups.length; group++) {
      if (this.groupsRead >= (this.limits.groups ?? Infinity)) return;
      if (isCompletions(file.columns)) await this.addCompletions(file, group);
      else await this.addRows(file, group);
      await this.limits.pause?.(++this.groupsRead);
    }
  }

  end(): { readonly table: TableBuilder; readonly notes: readonly string[] } {
    this.completions?.fill(this.table);
    const left = [...this.left].map(([name, why]) => t('{0} left out: {1}.', name, why));
    return { table: this.table, notes: [...(this.completions?.notes() ?? []), ...left.slice(0, 8)] };
  }

  private async addCompletions(file: ParquetFile, group: number): Promise<void> {
    if (this.completions === null) {
      this.functions = rewardFunctions(file.columns);
      this.completions = new CompletionGroups(this.functions);
    }
    const steps = await this.read(file, 'step', group, textOf);
    const prompts = await this.read(file, 'prompt', group, fingerprint);
    const lengths = await this.read(file, 'completion', group, textLength);
    const advantages = await this.read(file, 'advantage', group, textOf);
    const rewards: (DecodedArray | null)[] = [];
    for (const name of this.functions) rewards.push(await this.read(file, name, group, textOf));
    if (steps === null || prompts === null) return;
    for (let row = 0; row < steps.length; row++)
      this.completions.add({
        step: numberOf(steps[row]),
        prompt: String(prompts[row]),
        rewards: rewards.map((column) => numberOf(column?.[row])),
        advantage: numberOf(advantages?.[row]),
        characters: numberOf(lengths?.[row]),
      });
  }

  /** Column by column into the table would need all of them at once: the numbers of a row group are few megabytes. */
  private async addRows(file: ParquetFile, group: number): Promise<void> {
    const read: { readonly column: ParquetColumn; readonly values: DecodedArray }[] = [];
    for (const column of file.columns) {
      if (SAMPLES.test(column.name)) {
        this.table.skip(column.name);
        continue;
      }
      const values = await this.read(file, column.name, group, textOf);
      if (values !== null) read.push({ column, values });
    }
    const rows = read.reduce((most, { values }) => Math.max(most, values.length), 0);
    for (let row = 0; row < rows; row++) {
      if (!this.table.beginRow(++this.rows, 1)) continue;
      for (const { column, values } of read) addCell(this.table, column, values[row]);
    }
  }

  private async read(
    file: ParquetFile,
    name: string,
    group: number,
    readText: TextReader,
  ): Promise<DecodedArray | null> {
    if (!file.columns.some((column) => column.name === name)) return null;
    const obstacle = file.obstacle(name, group);
    if (obstacle === null) return file.read(name, group, readText);
    this.left.set(name, obstacle);
    return null;
  }
}

function addCell(table: TableBuilder, { name, kind }: ParquetColumn, value: unknown): void {
  if (value === null || value === undefined) return;
  if (kind === 'number') table.number(name, numberOf(value));
  else if (typeof value === 'string') table.text(name, value);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime() / 1000;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

function isCompletions(columns: readonly ParquetColumn[]): boolean {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  return has('step') && has('prompt') && has('completion') && rewardFunctions(columns).length > 0;
}

/** Every function has a column of its name; where none is called a reward, all numbers are taken for one. */
function rewardFunctions(columns: readonly ParquetColumn[]): readonly string[] {
  const numbers = columns
    .filter(({ name, kind }) => kind === 'number' && !['step', 'advantage', 'global_step'].includes(name))
    .map(({ name }) => name);
  const named = numbers.filter((name) => /reward/i.test(name));
  return named.length > 0 ? named : numbers;
}

function nothing({ path }: ByteSource, notes: readonly string[]): LogError {
  const why =
    notes.length === 0
      ? ''
      : t(
          ' ({0})',
          listed(
            notes.map((note) => note.replace(/[.。]$/, '')),
            3,
          ),
        );
  return new LogError({
    kind: 'not-a-log',
    path,
    reason: t('no row of the Parquet file can be read{0}', why),
    remedy: t('write it with pandas: df.to_parquet(path, compression="snappy")'),
  });
}
