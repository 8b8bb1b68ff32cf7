import { t } from '@vscode/l10n';
import { addJsonRow } from '../jsonRow';
import { MAX_COLUMNS, MAX_DEPTH, MAX_HEADER_FACTS, MAX_LISTED_NUMBERS, MAX_LISTS } from '../limits';
import { MalformedCount } from '../logReader';
import type { LogReader, ReaderOutcome } from '../logReader';
import type { LogPart } from '../logTable';
import { parseNumber } from '../parseNumber';
import { TableBuilder } from '../tableBuilder';
import { thinnedNote } from '../thinning';
import { Headings } from './headings';
import { cellOf, groupOf, nameIn, noneCounted, type Frame, type Rows } from './jsonFrame';
import { JsonScanner } from './jsonScanner';
import type { JsonSink } from './jsonScanner';
import { NumberList, tablesOfLists } from './numberLists';

/** Fewest records or numbers that make a list a table. */
const FEWEST_ROWS = 2;

/** Keys that count: {"1": {…}, "2": {…}}, {"step_10": {…}}. */
const COUNTED = /^(?:step[ _-]?)?(\d+)$/i;

/**
 * JSON documents: lists of objects wherever they are, lists of numbers side by side, records or numbers under counted keys,
 * several documents one after the other with text between them. Every list is a table of its own; which of them are
 * runs is decided by what their keys mean. Streams: what is kept are the numbers.
 */
export class JsonDocumentReader implements LogReader, JsonSink {
  private readonly scanner = new JsonScanner(this);
  private readonly malformed = new MalformedCount();
  private readonly tables: Rows[] = [];
  private readonly lists: NumberList[] = [];
  private readonly header = new Map<string, number>();
  private readonly none = new TableBuilder();
  private frames: Frame[] = [];
  private roots: Rows | null = null;
  private readonly headings = new Headings();
  private hidden = 0;
  private pairPlace = { line: 1, column: 1 };
  private numbers = 0;
  private level = 0;
  private listsRefused = 0;

  /** The table of the first list that has one. */
  get table(): TableBuilder {
    return this.kept().at(0)?.table ?? this.none;
  }

  /** Every list, of those side by side the objects first. */
  parts(): readonly LogPart[] {
    const objects = this.kept()
      .map(({ path, table }) => ({ path, table: table.table() }))
      .sort((a, b) => b.table.rowCount - a.table.rowCount);
    const numbers = tablesOfLists(this.lists.filter(({ values }) => values.length >= FEWEST_ROWS));
    const places = this.places();
    const placeOf = (part: LogPart): number => places.get(groupOf(part)) ?? places.size;
    return this.named([...objects, ...numbers].sort((a, b) => placeOf(a) - placeOf(b)));
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.scanner.push(chunk);
  }

  /** A document that is not closed is being written; its last record counts as malformed. */
  finish(): ReaderOutcome {
    const unfinished = this.scanner.depth > 0;
    const open = this.frames.findLast(({ endsRow, row }) => endsRow && row?.owner !== this.roots)?.row;
    if (open !== undefined && open !== null) this.malformed.add(open.line);
    return {
      malformed: this.malformed.count,
      firstMalformedLine: this.malformed.firstLine,
      unfinished,
      header: this.header,
      notes: [...this.limitNotes(), ...this.table.notes()],
    };
  }

  /** Called by the scanner: texts are only kept as cells of a record. */
  get wantsText(): boolean {
    return this.hidden === 0;
  }

  /** Called by the scanner. */
  open(kind: 'object' | 'list', line: number, column: number): void {
    if (this.hidden > 0 || this.frames.length >= MAX_DEPTH) {
      this.hidden++;
      return;
    }
    const parent = this.frames.at(-1);
    if (parent === undefined) this.headings.begin();
    this.frames.push(kind === 'list' ? this.openList(parent) : this.openObject(parent, line, column));
  }

  /** Called by the scanner. */
  close(): void {
    if (this.hidden > 0) {
      this.hidden--;
      return;
    }
    const frame = this.frames.pop();
    if (frame?.list?.pair) this.addPair(this.frames.at(-1), frame.list.pair);
    if (frame?.endsRow !== true || frame.row === null) return;
    const { owner, cells, line, column } = frame.row;
    addJsonRow(owner.table, cells, line, column);
    if (owner === this.roots) this.addFacts(cells);
  }

  /** Called by the scanner. */
  key(name: string): void {
    const frame = this.frames.at(-1);
    if (this.hidden === 0 && frame !== undefined) frame.key = name;
  }

  /** Called by the scanner. */
  value(text: string, isString: boolean, line: number, column: number): void {
    const frame = this.frames.at(-1);
    if (this.hidden > 0 || frame === undefined) return;
    const number = parseNumber(text) ?? (text === 'null' && !isString ? NaN : null);
    if (frame.list !== null) this.addToList(frame, number, line, column);
    else if (number !== null && !Number.isNaN(number) && COUNTED.test(frame.key))
      this.addNumber((frame.counted.numbers ??= this.newNumbers(frame.path)), number, line, column);
    else this.addCell(frame, cellOf(text, isString));
  }

  /** Called by the scanner. */
  outside(text: string): void {
    this.headings.take(text);
  }

  /** Called by the scanner: what was complete stays. */
  broken(line: number): void {
    if (this.frames.some(({ row, list }) => list !== null || row?.owner !== this.roots))
      this.malformed.add(line);
    this.frames = [];
    this.hidden = 0;
  }

  private openList(parent: Frame | undefined): Frame {
    const isInside = parent?.list !== undefined && parent.list !== null;
    const list = { index: 0, rows: null, numbers: null, isMixed: isInside, pair: isInside ? [] : null };
    if (isInside) parent.list.index++;
    const path = parent === undefined ? [this.headings.title, 'list'] : [...parent.path, nameIn(parent)];
    return { path, list, row: null, cells: null, endsRow: false, key: '', counted: noneCounted() };
  }

  private openObject(parent: Frame | undefined, line: number, column: number): Frame {
    const path = parent === undefined ? [this.headings.title] : [...parent.path, nameIn(parent)];
    const counted = parent?.list === null ? COUNTED.exec(parent.key) : null;
    if (parent !== undefined && parent.list === null && counted === null)
      return this.openNested(parent, path);
    const owner = this.ownerOf(parent);
    const cells = Object.create(null) as Record<string, unknown>;
    if (counted !== null) cells['step'] = Number(counted[1]);
    if (parent?.list !== undefined && parent.list !== null) parent.list.index++;
    const row = owner === null ? null : { owner, cells, line, column, size: 0 };
    return {
      path,
      list: null,
      row,
      cells: row === null ? null : cells,
      endsRow: row !== null,
      key: '',
      counted: noneCounted(),
    };
  }

  private openNested(parent: Frame, path: readonly string[]): Frame {
    const cells = parent.cells === null ? null : (Object.create(null) as Record<string, unknown>);
    if (cells !== null) this.addCell(parent, cells);
    return { path, list: null, row: parent.row, cells, endsRow: false, key: '', counted: noneCounted() };
  }

  /** The table that a record of this parent goes into. */
  private ownerOf(parent: Frame | undefined): Rows | null {
    if (parent === undefined) return (this.roots ??= { path: ['', 'documents'], table: new TableBuilder() });
    if (parent.list === null) return (parent.counted.rows ??= this.newRows([...parent.path, 'counted']));
    return (parent.list.rows ??= this.newRows(parent.path));
  }

  private newRows(path: readonly string[]): Rows | null {
    if (this.isFull()) return null;
    const rows = { path, table: new TableBuilder() };
    this.tables.push(rows);
    return rows;
  }

  private newNumbers(path: readonly string[]): NumberList | null {
    if (this.isFull()) return null;
    const list = new NumberList(path, this.level);
    this.lists.push(list);
    return list;
  }

  private isFull(): boolean {
    if (this.tables.length + this.lists.length < MAX_LISTS) return false;
    this.listsRefused++;
    return true;
  }

  private addToList({ list, path }: Frame, number: number | null, line: number, column: number): void {
    if (list?.pair) this.pairPlace = { line, column };
    if (list?.pair && list.pair.length <= 2) list.pair.push(number ?? NaN);
    if (list === null || list.isMixed) return;
    list.index++;
    const holdsPairs = list.numbers !== null && list.numbers.steps.length > 0;
    if (number === null || list.rows !== null || holdsPairs) list.isMixed = true;
    else this.addNumber((list.numbers ??= this.newNumbers(path)), number, line, column);
  }

  /** A list within a list: of two numbers it is a step and its value, of anything else no list of pairs. */
  private addPair(parent: Frame | undefined, pair: readonly number[]): void {
    const list = parent?.list;
    if (parent === undefined || !list || list.isMixed) return;
    const isLikeOthers = list.rows === null && (list.index === 1 || list.numbers?.steps.length !== 0);
    if (pair.length !== 2 || !isLikeOthers) list.isMixed = true;
    else {
      const { line, column } = this.pairPlace;
      this.addNumber((list.numbers ??= this.newNumbers(parent.path)), pair[1], line, column, pair[0]);
    }
  }

  private addNumber(
    list: NumberList | null,
    number: number,
    line: number,
    column: number,
    step?: number,
  ): void {
    if (list === null) return;
    if (this.numbers >= MAX_LISTED_NUMBERS) this.thinLists();
    if (list.add(number, line, column, step)) this.numbers++;
  }

  private thinLists(): void {
    this.level++;
    for (const list of this.lists) list.thin();
    this.numbers = this.lists.reduce((sum, { values }) => sum + values.length, 0);
  }

  private addCell({ cells, row, key }: Frame, value: unknown): void {
    if (cells === null || row === null || row.size >= MAX_COLUMNS) return;
    row.size++;
    cells[key] = value;
  }

  private addFacts(cells: Readonly<Record<string, unknown>>): void {
    for (const key in cells) {
      const value = cells[key];
      if (typeof value === 'number' && this.header.size < MAX_HEADER_FACTS) this.header.set(key, value);
    }
  }

  /** Parts under what stands above their documents. */
  private named(parts: readonly LogPart[]): readonly LogPart[] {
    const names = this.headings.namesOf(new Set(parts.map(({ path }) => path[0] ?? '')));
    return parts.map((part) => {
      const [title = '', ...rest] = part.path;
      return { ...part, path: [names.get(title) ?? title, ...rest] };
    });
  }

  private kept(): readonly Rows[] {
    const all = this.roots === null ? this.tables : [...this.tables, this.roots];
    return all.filter(({ table }) => table.size >= FEWEST_ROWS);
  }

  /** Lists in the order of the file, so that runs are. */
  private places(): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    for (const list of [...this.tables, ...this.lists]) {
      const group = groupOf(list);
      if (!places.has(group)) places.set(group, places.size);
    }
    return places;
  }

  private limitNotes(): string[] {
    const notes: string[] = [];
    if (this.listsRefused > 0)
      notes.push(t('More than {0} lists: {1} further ones left out.', MAX_LISTS, this.listsRefused));
    if (this.level > 0)
      notes.push(thinnedNote(t('Lists of more than {0} numbers', MAX_LISTED_NUMBERS), this.level));
    return notes;
  }
}
