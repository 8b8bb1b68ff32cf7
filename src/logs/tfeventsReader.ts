import { t } from '@vscode/l10n';
import { Hyperparameters } from './hyperparameters';
import { isJsonObject } from './jsonRow';
import { MAX_RECORD_BYTES } from './limits';
import type { LogReader, ReaderOutcome } from './logReader';
import { parseJson } from './parseJson';
import { ProtoCursor, WIRE } from './protobuf';
import { StepJoin } from './stepJoin';
import type { TableBuilder } from './tableBuilder';
import { TagTable } from './tagTable';
import { TfeventsFramer } from './tfeventsFramer';
import type { RecordSink } from './tfeventsFramer';
import { TensorValue } from './tfeventsValue';

/** Fields of an Event, a Summary, a Summary.Value, a SessionLog (event.proto, summary.proto). */
const EVENT = { wallTime: 1, step: 2, fileVersion: 3, summary: 5, sessionLog: 7 } as const;
const VALUE_IN_SUMMARY = 1;
const VALUE = { tag: 1, simple: 2, tensor: 8 } as const;
const SESSION = { status: 1, start: 1 } as const;

/**
 * TensorBoard event files (log-formats.md §19): one row per step with the scalars of all tags, float32 as logged, the
 * hyperparameters that Trainers write as text. Several files of one run may follow each other in one stream: each begins
 * with its version, and one that goes back to an earlier step is a new attempt, which replaces what it repeats
 * (TensorBoard's purge rule). One that was written while an earlier one was (another process's) joins its rows.
 */
export class TfeventsReader implements LogReader, RecordSink {
  readonly buildsLate = true;
  private readonly framer = new TfeventsFramer(this);
  private readonly join = new StepJoin();
  private readonly tags = new TagTable(this.join);
  private readonly config = new Hyperparameters();
  private readonly event = new ProtoCursor();
  private readonly summary = new ProtoCursor();
  private readonly value = new ProtoCursor();
  private readonly tensor = new TensorValue();
  private malformed = 0;
  private files = 0;
  private isNewFile = false;
  private latest = -Infinity;
  private built: TableBuilder | null = null;

  /** All rows so far. */
  get table(): TableBuilder {
    return (this.built ??= this.join.build());
  }

  /** The next bytes of the file, or of the file that follows it. */
  push(chunk: Uint8Array): void {
    this.built = null;
    this.framer.push(chunk);
  }

  /** A record that is cut off makes the log unfinished. */
  finish(): ReaderOutcome {
    this.built = null;
    const unfinished = this.framer.finish();
    const { damaged, tooLong } = this.framer;
    return {
      malformed: damaged + tooLong + this.malformed + (unfinished ? 1 : 0),
      firstMalformedLine: null,
      unfinished,
      header: this.config.facts,
      notes: [...this.notes(damaged, tooLong), ...this.join.notes(), ...this.table.notes()],
    };
  }

  /** Called by the framer. */
  record(bytes: Uint8Array, start: number, end: number): void {
    const { event } = this;
    let step = 0;
    let time = NaN;
    event.open(bytes, start, end);
    while (event.next()) {
      if (event.field === EVENT.wallTime && event.wire === WIRE.fixed64) time = event.double;
      else if (event.field === EVENT.step && event.wire === WIRE.varint) step = event.integer;
      else if (event.wire !== WIRE.bytes) continue;
      else if (event.field === EVENT.summary) this.readSummary(bytes, event, step, time);
      else if (event.field === EVENT.fileVersion) this.startFile();
      else if (event.field === EVENT.sessionLog) this.readSession(bytes, event, step);
    }
    if (event.isMalformed) this.malformed++;
  }

  private startFile(): void {
    this.files++;
    this.isNewFile = true;
  }

  /** torch's `purge_step` writes that the session starts anew at this step. */
  private readSession(bytes: Uint8Array, { start, end }: ProtoCursor, step: number): void {
    const { value } = this;
    value.open(bytes, start, end);
    while (value.next())
      if (value.field === SESSION.status && value.integer === SESSION.start && this.join.hasReached(step))
        this.join.startAttempt();
  }

  /** Step and time stand before the summary: all writers write fields in their order. */
  private readSummary(bytes: Uint8Array, from: ProtoCursor, step: number, time: number): void {
    const { summary } = this;
    summary.open(bytes, from.start, from.end);
    while (summary.next())
      if (summary.field === VALUE_IN_SUMMARY && summary.wire === WIRE.bytes)
        this.readValue(bytes, summary.start, summary.end, step, time);
    if (summary.isMalformed) this.malformed++;
  }

  private readValue(bytes: Uint8Array, start: number, end: number, step: number, time: number): void {
    const { value } = this;
    let tagStart = 0;
    let tagEnd = 0;
    value.open(bytes, start, end);
    while (value.next()) {
      if (value.field === VALUE.tag && value.wire === WIRE.bytes) {
        tagStart = value.start;
        tagEnd = value.end;
      } else if (value.field === VALUE.simple && value.wire === WIRE.fixed32)
        this.scalar(bytes, tagStart, tagEnd, step, value.float, time);
      else if (value.field === VALUE.tensor && value.wire === WIRE.bytes) {
        this.tensor.read(bytes, value.start, value.end);
        if (this.tensor.hasNumber) this.scalar(bytes, tagStart, tagEnd, step, this.tensor.number, time);
        else if (this.tensor.text !== null) this.text(this.tensor.text);
      }
    }
    if (value.isMalformed) this.malformed++;
  }

  private scalar(
    bytes: Uint8Array,
    tagStart: number,
    tagEnd: number,
    step: number,
    value: number,
    time: number,
  ): void {
    if (this.isNewFile) this.beginAttempt(step, time);
    if (time > this.latest) this.latest = time;
    const column = this.tags.columnOf(bytes, tagStart, tagEnd);
    if (column !== null) this.join.add(column, step, value, time);
  }

  private beginAttempt(step: number, time: number): void {
    this.isNewFile = false;
    const isLater = !(time < this.latest);
    if (isLater && this.join.hasReached(step)) this.join.startAttempt();
  }

  /** A Trainer's arguments are JSON; any other text is prose. */
  private text(text: string): void {
    if (!text.trimStart().startsWith('{')) return;
    const parsed = parseJson(text);
    if (isJsonObject(parsed)) this.config.addAll(parsed);
  }

  private notes(damaged: number, tooLong: number): string[] {
    const notes: string[] = [];
    if (this.files > 1) notes.push(t('{0} event files read as one run.', this.files));
    if (damaged > 0) notes.push(damagedNote(damaged));
    if (tooLong > 0) notes.push(tooLongNote(tooLong));
    return notes;
  }
}

function damagedNote(count: number): string {
  return count === 1
    ? t('{0} damaged record left out: the checksum does not fit.', count)
    : t('{0} damaged records left out: the checksum does not fit.', count);
}

function tooLongNote(count: number): string {
  return count === 1
    ? t('{0} record over {1} MB left out.', count, MAX_RECORD_BYTES >> 20)
    : t('{0} records over {1} MB left out.', count, MAX_RECORD_BYTES >> 20);
}
