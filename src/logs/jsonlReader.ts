import { addJsonRow, isJsonObject } from './jsonRow';
import { MAX_RECORD_BYTES } from './limits';
import { LineSplitter } from './lineSplitter';
import type { LineSink } from './lineSplitter';
import { MalformedCount } from './logReader';
import type { LogReader, ReaderOutcome } from './logReader';
import { parseJson } from './parseJson';
import { RowTemplates } from './rowTemplates';
import { TableBuilder, type WantedKeys } from './tableBuilder';

/** JSON Lines: one object per line, flat or nested. Lines that are not an object are counted. */
export class JsonlReader implements LogReader, LineSink {
  readonly table = new TableBuilder();
  private readonly lines = new LineSplitter(this);
  private readonly malformed = new MalformedCount();
  private readonly wanted: WantedKeys | null;
  private readonly templates: RowTemplates;
  private unfinished = false;

  /** Columns that are not wanted have no values; without `wanted` all have. */
  constructor(wanted?: WantedKeys) {
    this.wanted = wanted ?? null;
    this.templates = new RowTemplates(this.wanted);
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** A last line without an end counts as a record when it is whole, as unfinished when not. */
  finish(): ReaderOutcome {
    this.lines.finish();
    if (this.wanted !== null) this.table.keepOnly(this.wanted);
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished: this.unfinished,
      header: new Map(),
      notes: [...this.malformed.notes(MAX_RECORD_BYTES >> 20), ...this.table.notes()],
    };
  }

  /** Called by the splitter. */
  line(text: string, number: number, terminated: boolean): void {
    const row = parseJson(text);
    if (isJsonObject(row)) {
      addJsonRow(this.table, row, number, 1);
      if (this.templates.isOpen) this.templates.learn(this.table, text);
    } else if (row !== undefined || text.trim() !== '') {
      this.malformed.add(number);
      this.unfinished = !terminated && row === undefined;
    }
  }

  /** Called by the splitter: rows of a known layout need no string and no object. */
  takeBytes(bytes: Uint8Array, start: number, line: number): number {
    return this.templates.add(this.table, bytes, start, line);
  }

  /** Called by the splitter. */
  get wantsBytes(): boolean {
    return this.templates.isOpen;
  }

  /** Called by the splitter. */
  tooLong(number: number): void {
    this.malformed.addTooLong(number);
  }
}
