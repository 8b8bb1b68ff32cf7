import { t } from '@vscode/l10n';
import { MAX_RECORD_BYTES } from '../limits';
import { LineSplitter } from '../lineSplitter';
import type { LineSink } from '../lineSplitter';
import { MalformedCount } from '../logReader';
import type { LogReader, ReaderOutcome } from '../logReader';
import type { LogPart } from '../logTable';
import type { TableBuilder } from '../tableBuilder';
import { BlockLines } from './blockLines';
import { BoxLines } from './boxLines';
import { cleanLine } from './cleanLine';
import { DictLines } from './dictLines';
import { FreeText } from './freeText';
import type { LineGrammar } from './grammar';
import { JsonLine } from './jsonLine';
import { PipeLine } from './pipeLine';
import { ProgressBar } from './progressBar';
import { StepLine } from './stepLine';

/**
 * What a trainer printed: its rows among warnings, progress bars and whatever the model said. Every line is offered to
 * each grammar, trainers' own before free text; which table is the log's is chosen by what its keys mean.
 */
export class ConsoleReader implements LogReader, LineSink {
  private readonly lines = new LineSplitter(this);
  private readonly malformed = new MalformedCount();
  private readonly bar = new ProgressBar();
  private readonly first = new StepLine();
  private readonly grammars: readonly LineGrammar[] = [
    this.first,
    new DictLines(this.bar),
    new PipeLine(),
    new BoxLines(),
    new BlockLines(),
    new JsonLine(),
    new FreeText(),
  ];
  private others = 0;
  private total = 0;

  /** The table of the first grammar that has a record. */
  get table(): TableBuilder {
    return (this.used().at(0) ?? this.first).table;
  }

  /** One for each grammar that has a record, trainers' own first. */
  parts(): readonly LogPart[] {
    return this.used().map(({ shape, table }) => ({ path: [shape], table: table.table() }));
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** Lines that are no record are counted in a note; only what was a record and is cut off is malformed. */
  finish(): ReaderOutcome {
    this.lines.finish();
    const unfinished = this.grammars.map((grammar) => grammar.finish?.() ?? false).some((open) => open);
    if (unfinished) this.malformed.add(this.total);
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished,
      header: this.header(),
      notes: [...this.othersNote(), ...this.malformed.notes(MAX_RECORD_BYTES >> 20), ...this.table.notes()],
    };
  }

  /** Called by the splitter. */
  line(text: string, number: number): void {
    this.total = number;
    if (text !== '' && !this.take(text, number)) this.others++;
  }

  /** Called by the splitter. */
  tooLong(number: number): void {
    this.total = number;
    this.others++;
  }

  private take(raw: string, line: number): boolean {
    const text = cleanLine(raw);
    if (this.bar.take(text) && !text.includes('{')) return false;
    const entry = { text, line };
    for (const grammar of this.grammars) if (grammar.take(entry)) return true;
    return false;
  }

  private used(): readonly LineGrammar[] {
    return this.grammars.filter(({ table }) => table.size > 0);
  }

  private header(): Map<string, number> {
    const most = this.used().at(0)?.mostSteps ?? null;
    return new Map(most === null ? [] : [['max_steps', most]]);
  }

  private othersNote(): string[] {
    const used = this.used().at(0);
    if (used === undefined) return [];
    return [t('Console lines of the form {0}; {1} other lines hold no record.', used.shape, this.others)];
  }
}
