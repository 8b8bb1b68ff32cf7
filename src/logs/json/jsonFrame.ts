import { MAX_TEXT_LENGTH } from '../limits';
import { parseNumber } from '../parseNumber';
import type { TableBuilder } from '../tableBuilder';
import type { NumberList } from './numberLists';

/** A list of objects becomes a table. */
export interface Rows {
  readonly path: readonly string[];
  readonly table: TableBuilder;
}

/** One record while it is read: cells of nested objects are in objects of their own. */
export interface Row {
  readonly owner: Rows;
  readonly cells: Record<string, unknown>;
  readonly line: number;
  readonly column: number;
  size: number;
}

/** A list that is open, as far as its members tell what it is one of. */
export interface List {
  index: number;
  rows: Rows | null;
  numbers: NumberList | null;
  isMixed: boolean;
  /** Of a list inside a list its first numbers, three at most: two of them may be a step and its value. */
  readonly pair: number[] | null;
}

/** An object or a list that is open. */
export interface Frame {
  readonly path: readonly string[];
  /** Set where the frame is a list. */
  readonly list: List | null;
  /** The record that the frame's values belong to, and the object in it that takes them. */
  readonly row: Row | null;
  readonly cells: Record<string, unknown> | null;
  /** True where the record ends with this frame. */
  readonly endsRow: boolean;
  key: string;
  /** Records or numbers under counted keys. */
  counted: { rows: Rows | null; numbers: NumberList | null };
}

/** Nothing under counted keys so far. */
export function noneCounted(): { rows: Rows | null; numbers: NumberList | null } {
  return { rows: null, numbers: null };
}

/** Null is kept: in a column of numbers it means NaN. */
export function cellOf(text: string, isString: boolean): unknown {
  if (isString) return text.slice(0, MAX_TEXT_LENGTH + 1);
  if (text === 'null') return null;
  return text === 'true' ? true : text === 'false' ? false : (parseNumber(text) ?? text);
}

/** What the next member of this frame is called. */
export function nameIn({ list, key }: Frame): string {
  return list === null ? key : String(list.index);
}

/** What lists have in common that stand side by side. */
export function groupOf({ path }: { readonly path: readonly string[] }): string {
  return JSON.stringify(path.slice(0, -1));
}
