import { t } from '@vscode/l10n';
import { addJsonRow, isJsonObject } from './jsonRow';
import { MAX_HEADER_FACTS, MAX_RECORD_BYTES } from './limits';
import { MalformedCount } from './logReader';
import type { LogReader, ReaderOutcome } from './logReader';
import { parseJson } from './parseJson';
import { parseNumber } from './parseNumber';
import { TableBuilder } from './tableBuilder';
import { TrainerStateScanner } from './trainerStateScanner';
import type { TrainerStateSink } from './trainerStateScanner';

/**
 * transformers' trainer_state.json: the records are the objects of log_history, the numbers beside it (max_steps,
 * logging_steps, global_step …) are facts of the header. Text beside it is not read: it holds paths.
 * A file cut off anywhere gives the records before the cut.
 */
export class TrainerStateReader implements LogReader, TrainerStateSink {
  readonly table = new TableBuilder();
  private readonly scanner = new TrainerStateScanner(this);
  private readonly malformed = new MalformedCount();
  private readonly header = new Map<string, number | string>();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  /** A record or a document that is not closed makes the log unfinished. */
  finish(): ReaderOutcome {
    this.scanner.finish();
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished: this.scanner.isOpen,
      header: this.header,
      notes: [...this.missingNote(), ...this.malformed.notes(MAX_RECORD_BYTES >> 20), ...this.table.notes()],
    };
  }

  /** Called by the scanner. */
  record(bytes: Uint8Array, line: number, column: number): void {
    const row = parseJson(this.decoder.decode(bytes));
    if (isJsonObject(row)) addJsonRow(this.table, row, line, column);
    else this.malformed.add(line);
  }

  /** Called by the scanner. */
  tooLong(line: number): void {
    this.malformed.addTooLong(line);
  }

  /** Called by the scanner. */
  fact(key: string, text: string): void {
    const value = parseNumber(text);
    if (value !== null && this.header.size < MAX_HEADER_FACTS) this.header.set(key, value);
  }

  private missingNote(): string[] {
    return this.scanner.foundHistory ? [] : [t('No list "log_history" at the top level.')];
  }
}
