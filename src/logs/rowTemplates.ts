import type { GrowingNumbers } from './growingNumbers';
import { RowTemplate } from './rowTemplate';
import type { TableBuilder, WantedKeys } from './tableBuilder';

/** Layouts known at a time: training, rollout and evaluation rows may take turns. */
const MOST = 4;

/** Lines in surplus over those that fitted after which layouts are given up: the log has none. */
const PATIENCE = 64;

interface Known {
  readonly template: RowTemplate;
  /** Of the numbers that are read, in their order. */
  columns: readonly GrowingNumbers[];
  readonly values: Float64Array;
  /** False until a row fits: most layouts of a log without any never do. */
  isNarrowed: boolean;
}

/** The layouts a log's rows have so far; the one that fitted last is tried first. */
export class RowTemplates {
  private known: Known[] = [];
  private misses = 0;
  private readonly wanted: WantedKeys | null;

  /** `wanted` tells which columns are needed; all without it. */
  constructor(wanted: WantedKeys | null) {
    this.wanted = wanted;
  }

  /** Whether trying is worth while. */
  get isOpen(): boolean {
    return this.misses < PATIENCE;
  }

  /** Adds the row that starts here to the table if it has a known layout; gives where the next line starts, else −1. */
  add(table: TableBuilder, bytes: Uint8Array, start: number, line: number): number {
    for (const known of this.known) {
      const next = known.template.read(bytes, start, known.values);
      if (next < 0) continue;
      table.addRow(known.columns, known.values, line);
      if (!known.isNarrowed) this.narrow(table, known);
      if (known !== this.known[0]) this.known = [known, ...this.known.filter((other) => other !== known)];
      if (this.misses > 0) this.misses--;
      return next;
    }
    return -1;
  }

  /** Learns the layout of a row that was just added by other means. */
  learn(table: TableBuilder, line: string): void {
    this.misses++;
    if (!this.isOpen) this.known = [];
    else if (!line.includes('[') && line.indexOf('{', 1) < 0) this.remember(table, line);
  }

  /** What nobody wants of rows like this is not read again, and what was read of it before is let go. */
  private narrow(table: TableBuilder, known: Known): void {
    known.isNarrowed = true;
    if (this.wanted === null) return;
    const { template, columns } = known;
    const wanted = this.wanted(template.keys);
    template.readOnly(wanted);
    known.columns = columns.filter(({ key }) => wanted.has(key));
    table.letGo(template.keys.filter((key) => !wanted.has(key)));
  }

  private remember(table: TableBuilder, line: string): void {
    const template = RowTemplate.learn(new TextEncoder().encode(line));
    const columns = template === null ? null : table.columnsFor(template.keys);
    if (template === null || columns === null) return;
    const values = new Float64Array(columns.length);
    this.known = [{ template, columns, values, isNarrowed: false }, ...this.known].slice(0, MOST);
  }
}
