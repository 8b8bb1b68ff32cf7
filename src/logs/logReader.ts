import { t } from '@vscode/l10n';
import type { LogPart } from './logTable';
import type { TableBuilder } from './tableBuilder';

/** What a reader has to say beside the records. */
export interface ReaderOutcome {
  /** Records that could not be parsed, an unfinished last one included. */
  readonly malformed: number;
  /** 1-based line of the first of them, null where there is none. */
  readonly firstMalformedLine: number | null;
  /** True when the last record was cut off. */
  readonly unfinished: boolean;
  /** Facts the carrier states outside its records. */
  readonly header: ReadonlyMap<string, number | string>;
  /** 1-based lines of those facts, where the carrier has lines for them. */
  readonly headerLines?: ReadonlyMap<string, number>;
  /** One plain sentence each. */
  readonly notes: readonly string[];
}

/**
 * One carrier's reader: fed with bytes in file order, cut anywhere, it fills a table. Nothing is re-read, so a file
 * that grows is read on by pushing what was appended.
 */
export interface LogReader {
  readonly table: TableBuilder;
  /** True where `table` is put together when it is asked for, which costs as much as all rows so far. */
  readonly buildsLate?: boolean;
  /** The next bytes; records they complete are in the table afterwards. */
  push(chunk: Uint8Array): void;
  /** The end of the file: counts an unfinished record. Nothing may be pushed afterwards. */
  finish(): ReaderOutcome;
  /** All tables of a carrier that may hold several, the preferred first; `table` is then the first of them. */
  parts?(): readonly LogPart[];
}

/** Counts what could not be parsed and remembers where it began. */
export class MalformedCount {
  count = 0;
  firstLine: number | null = null;
  private longLines = 0;
  private firstLongLine = 0;

  /** One more record that is not what it should be. */
  add(line: number): void {
    this.count++;
    this.firstLine ??= line;
  }

  /** One more record over the limit of MAX_RECORD_BYTES. */
  addTooLong(line: number): void {
    this.add(line);
    if (this.longLines++ === 0) this.firstLongLine = line;
  }

  /** A sentence where the limit was reached. */
  notes(limitMegabytes: number): string[] {
    if (this.longLines === 0) return [];
    return [
      this.longLines === 1
        ? t('One record over {0} MB left out, the first in line {1}.', limitMegabytes, this.firstLongLine)
        : t(
            '{2} records over {0} MB left out, the first in line {1}.',
            ...[limitMegabytes, this.firstLongLine, this.longLines],
          ),
    ];
  }
}
