import { t } from '@vscode/l10n';
import { Hyperparameters } from './hyperparameters';
import { addJsonField } from './jsonRow';
import { MAX_DEPTH, MAX_RECORD_BYTES, MAX_WANDB_ITEMS } from './limits';
import type { LogReader, ReaderOutcome } from './logReader';
import { parseJson } from './parseJson';
import { ProtoCursor, WIRE } from './protobuf';
import { TableBuilder } from './tableBuilder';
import type { RecordSink } from './tfeventsFramer';
import { WandbFramer } from './wandbFramer';

/** Fields of a Record (wandb_internal.proto); all others are passed over unread: they hold e-mail, host, git, console. */
const RECORD = { history: 2, summary: 3, config: 5, run: 17 } as const;
const RUN_CONFIG = 4;
const HISTORY = { item: 1, step: 2 } as const;
const STEP_NUMBER = 1;
/** The repeated updates of a ConfigRecord and of a SummaryRecord. */
const UPDATE = 1;
const ITEM = { key: 1, nestedKey: 2, value: 16 } as const;

/**
 * W&B's transaction log (log-formats.md §20.2): a row per history record, the hyperparameters of the config, and where
 * there is no history the last values of the summary as one row.
 */
export class WandbReader implements LogReader, RecordSink {
  readonly table = new TableBuilder(false);
  private readonly framer = new WandbFramer(this);
  private readonly config = new Hyperparameters();
  private readonly summary = new Map<string, unknown>();
  private readonly decoder = new TextDecoder('utf-8');
  private readonly outer = new ProtoCursor();
  private readonly inner = new ProtoCursor();
  private readonly item = new ProtoCursor();
  private malformed = 0;
  private records = 0;
  private history = 0;

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.framer.push(chunk);
  }

  /** A record that is cut off makes the log unfinished. */
  finish(): ReaderOutcome {
    const unfinished = this.framer.finish();
    const { damaged, tooLong } = this.framer;
    if (this.history === 0) this.addSummary();
    return {
      malformed: damaged + tooLong + this.malformed + (unfinished ? 1 : 0),
      firstMalformedLine: null,
      unfinished,
      header: this.config.facts,
      notes: [...this.notes(damaged, tooLong), ...this.table.notes()],
    };
  }

  /** Called by the framer. */
  record(bytes: Uint8Array, start: number, end: number): void {
    const { outer } = this;
    this.records++;
    outer.open(bytes, start, end);
    while (outer.next()) {
      if (outer.wire !== WIRE.bytes) continue;
      if (outer.field === RECORD.history) this.readHistory(bytes, outer.start, outer.end);
      else if (outer.field === RECORD.summary) this.readUpdates(bytes, outer, this.keepSummary);
      else if (outer.field === RECORD.config) this.readUpdates(bytes, outer, this.keepConfig);
      else if (outer.field === RECORD.run) this.readRun(bytes, outer.start, outer.end);
    }
    if (outer.isMalformed) this.malformed++;
  }

  private readHistory(bytes: Uint8Array, start: number, end: number): void {
    const { inner } = this;
    this.history++;
    if (!this.table.beginRow(this.history, 1)) return;
    let items = 0;
    let step = 0;
    let namesStep = false;
    inner.open(bytes, start, end);
    while (inner.next()) {
      if (inner.wire !== WIRE.bytes) continue;
      if (inner.field === HISTORY.step) step = this.stepIn(bytes, inner.start, inner.end);
      else if (inner.field === HISTORY.item && items++ < MAX_WANDB_ITEMS) {
        const item = this.readItem(bytes, inner.start, inner.end);
        if (item === null) continue;
        if (item.key === '_step') namesStep = true;
        addJsonField(this.table, item.key, withoutMedia(item.value));
      }
    }
    if (!namesStep) this.table.number('_step', step);
    if (inner.isMalformed) this.malformed++;
  }

  /** HistoryStep; a step of 0 is not written. */
  private stepIn(bytes: Uint8Array, start: number, end: number): number {
    const { item } = this;
    let step = 0;
    item.open(bytes, start, end);
    while (item.next()) if (item.field === STEP_NUMBER && item.wire === WIRE.varint) step = item.integer;
    return step;
  }

  /** Of a RunRecord only its config: the rest says who ran it, where, and from which repository. */
  private readRun(bytes: Uint8Array, start: number, end: number): void {
    const run = new ProtoCursor();
    run.open(bytes, start, end);
    while (run.next())
      if (run.field === RUN_CONFIG && run.wire === WIRE.bytes) this.readUpdates(bytes, run, this.keepConfig);
    if (run.isMalformed) this.malformed++;
  }

  private readUpdates(
    bytes: Uint8Array,
    from: { readonly start: number; readonly end: number },
    keep: (key: string, value: unknown) => void,
  ): void {
    const { inner } = this;
    inner.open(bytes, from.start, from.end);
    while (inner.next()) {
      if (inner.field !== UPDATE || inner.wire !== WIRE.bytes) continue;
      const item = this.readItem(bytes, inner.start, inner.end);
      if (item !== null) keep(item.key, item.value);
    }
  }

  private readonly keepConfig = (key: string, value: unknown): void => {
    if (!key.startsWith('_wandb')) this.config.add(key, value);
  };

  private readonly keepSummary = (key: string, value: unknown): void => {
    if (this.summary.size < MAX_WANDB_ITEMS || this.summary.has(key)) this.summary.set(key, value);
  };

  /**
   * An item's name and value: `nested_key` has one element for a plain name (which may hold a "/") and several for the
   * levels of a dictionary, joined with "."; older writers fill `key`.
   */
  private readItem(bytes: Uint8Array, start: number, end: number): WandbItem | null {
    const { item, decoder } = this;
    let key = '';
    let nested = '';
    let depth = 0;
    let value: unknown;
    item.open(bytes, start, end);
    while (item.next()) {
      if (item.wire !== WIRE.bytes) continue;
      const isKey = item.field === ITEM.key;
      if (!isKey && item.field !== ITEM.nestedKey && item.field !== ITEM.value) continue;
      const text = decoder.decode(bytes.subarray(item.start, item.end));
      if (isKey) key = text;
      else if (item.field === ITEM.value) value = parseJson(text);
      else if (depth++ < MAX_DEPTH) nested = nested === '' ? text : `${nested}.${text}`;
    }
    const name = nested === '' ? key : nested;
    if (item.isMalformed || value === undefined || name === '') {
      this.malformed++;
      return null;
    }
    return { key: name, value };
  }

  private addSummary(): void {
    if (this.summary.size === 0 || !this.table.beginRow(1, 1)) return;
    for (const [key, value] of this.summary) addJsonField(this.table, key, withoutMedia(value));
  }

  private notes(damaged: number, tooLong: number): string[] {
    const notes: string[] = [];
    if (this.framer.files > 1)
      notes.push(t('{0} W&B files with one run id read as one run.', this.framer.files));
    if (this.history === 0) notes.push(this.noHistory());
    if (damaged > 0) notes.push(t('{0} damaged stretches left out: the checksum does not fit.', damaged));
    if (tooLong > 0) notes.push(t('{0} records over {1} MB left out.', tooLong, MAX_RECORD_BYTES >> 20));
    return notes;
  }

  private noHistory(): string {
    if (this.records === 0) return t('The file ends after its header: no record was ever written to it.');
    const found = this.records === 1 ? t('{0} record', this.records) : t('{0} records', this.records);
    return this.summary.size > 0
      ? t('No history among {0}: only the last values are known, from the summary.', found)
      : t('No history among {0}: nothing was logged with wandb.log, or only to the console.', found);
  }
}

interface WandbItem {
  readonly key: string;
  readonly value: unknown;
}

/** Histograms, tables and pictures are objects with a `_type`: they count as lists do. */
function withoutMedia(value: unknown): unknown {
  const isMedia = typeof value === 'object' && value !== null && '_type' in value;
  return isMedia ? [] : value;
}
