import type { JoinColumn } from './joinColumn';
import type { StepJoin } from './stepJoin';

interface Tag {
  readonly bytes: Uint8Array;
  readonly column: JoinColumn | null;
  /** The tag that followed the last time. */
  next: Tag | null;
}

/** Finds a tag's column by its bytes: writers repeat their tags in the same order, so that the next one is a good guess. */
export class TagTable {
  private readonly join: StepJoin;
  private readonly known = new Map<string, Tag>();
  private readonly decoder = new TextDecoder('utf-8');
  private last: Tag | null = null;

  constructor(join: StepJoin) {
    this.join = join;
  }

  /** The column of the tag in `bytes[start, end)`; null where the join has no place for it. */
  columnOf(bytes: Uint8Array, start: number, end: number): JoinColumn | null {
    const guess = this.last === null ? null : this.last.next;
    const tag =
      guess !== null && isSame(guess.bytes, bytes, start, end) ? guess : this.find(bytes, start, end);
    if (this.last !== null) this.last.next = tag;
    this.last = tag;
    return tag.column;
  }

  private find(bytes: Uint8Array, start: number, end: number): Tag {
    const own = bytes.slice(start, end);
    const key = this.decoder.decode(own);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const column = this.join.column(key);
    const tag: Tag = { bytes: own, column, next: null };
    if (column !== null) this.known.set(key, tag);
    return tag;
  }
}

function isSame(tag: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (tag.length !== end - start) return false;
  for (let i = 0; i < tag.length; i++) if (tag[i] !== bytes[start + i]) return false;
  return true;
}
