import { ByteCollector } from '../byteCollector';
import { MAX_RECORD_BYTES } from '../limits';
import { EditorPlace } from './editorPlace';
import {
  BACKSLASH,
  BYTE_ORDER_MARK_LEAD,
  CARRIAGE_RETURN,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
} from './jsonBytes';

/** A word as JSON has it, or as Python writes numbers that are none. */
const WORD = /^(?:[-+]?(?:\d[\d.eE+-]*|NaN|nan|Infinity|inf)|true|false|null)$/;

/** Longest line of text between documents that is kept. */
const MAX_OUTSIDE = 80;

/** What becomes of the pieces; lines and columns are 1-based, columns in UTF-16 units. */
export interface JsonSink {
  /** An object or a list begins. */
  open(kind: 'object' | 'list', line: number, column: number): void;
  /** The innermost one ends. */
  close(): void;
  /** The key of the value that follows. */
  key(name: string): void;
  /** A value: the content of a string, or a bare word (number, true, null, NaN). */
  value(text: string, isString: boolean, line: number, column: number): void;
  /** False where the content of the string value that begins now is not needed: it is then given as "". */
  readonly wantsText: boolean;
  /** A line of text outside every document, without its blanks. */
  outside(text: string): void;
  /** What was open is no JSON here, and is given up. */
  broken(line: number): void;
}

/**
 * Reads JSON documents fed in chunks, without holding them: brackets, keys and values are handed on as they come. Text may
 * stand between documents (a report with lists in it): a line that begins with a bracket begins one, and what turns out
 * to be none is given up at once. Memory is one string at most, whatever the nesting.
 */
export class JsonScanner {
  private readonly sink: JsonSink;
  private readonly collector = new ByteCollector(MAX_RECORD_BYTES);
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly stack: boolean[] = [];
  private state: 'plain' | 'string' | 'word' = 'plain';
  private isKept = true;
  private escaped = false;
  private tokenFrom = 0;
  private tokenLine = 0;
  private tokenColumn = 0;
  private expectsKey = false;
  private outsideText = '';
  private isOutsideLine = false;
  private readonly at = new EditorPlace();

  constructor(sink: JsonSink) {
    this.sink = sink;
  }

  /** Brackets that are open. */
  get depth(): number {
    return this.stack.length;
  }

  /** The next bytes. */
  push(chunk: Uint8Array): void {
    this.tokenFrom = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.state === 'string') this.stringByte(chunk, byte, at);
      else if (this.stack.length === 0) this.outsideByte(byte);
      else {
        if (this.state === 'word') this.wordByte(chunk, byte, at);
        if (this.state === 'plain' && this.stack.length > 0) this.plainByte(byte, at);
      }
      this.at.advance(byte);
    }
    if (this.state !== 'plain' && this.isKept) this.collector.append(chunk.subarray(this.tokenFrom));
  }

  private plainByte(byte: number, at: number): void {
    switch (byte) {
      case QUOTE:
        this.begin('string', at + 1);
        this.isKept = this.expectsKey || this.sink.wantsText;
        return;
      case OPEN_LIST:
      case OPEN_OBJECT:
        this.open(byte === OPEN_OBJECT);
        return;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        this.close(byte === CLOSE_OBJECT);
        return;
      case COMMA:
        this.expectsKey = this.stack.at(-1) ?? false;
        return;
      case COLON:
        this.expectsKey = false;
        return;
      default:
        if (byte > SPACE) this.begin('word', at);
    }
  }

  private begin(state: 'string' | 'word', from: number): void {
    this.state = state;
    this.isKept = true;
    this.tokenFrom = from;
    this.tokenLine = this.at.line;
    this.tokenColumn = this.at.column;
  }

  private open(isObject: boolean): void {
    this.stack.push(isObject);
    this.expectsKey = isObject;
    this.sink.open(isObject ? 'object' : 'list', this.at.line, this.at.column);
  }

  private close(isObject: boolean): void {
    if (this.stack.pop() !== isObject) {
      this.giveUp();
      return;
    }
    this.expectsKey = false;
    this.sink.close();
    if (this.stack.length === 0) this.isOutsideLine = true;
  }

  private stringByte(chunk: Uint8Array, byte: number, at: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.endString(chunk, at);
  }

  private endString(chunk: Uint8Array, at: number): void {
    this.state = 'plain';
    const bytes = this.isKept ? this.collector.take(chunk.subarray(this.tokenFrom, at)) : null;
    const text = bytes === null ? '' : this.unescaped(this.decoder.decode(bytes));
    if (this.expectsKey) this.sink.key(text);
    else this.sink.value(text, true, this.tokenLine, this.tokenColumn);
  }

  private unescaped(raw: string): string {
    if (!raw.includes('\\')) return raw;
    try {
      return JSON.parse(`"${raw}"`) as string;
    } catch {
      return raw;
    }
  }

  private wordByte(chunk: Uint8Array, byte: number, at: number): void {
    const isEnd = byte <= SPACE || byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT;
    if (!isEnd && byte !== COLON && byte !== QUOTE) return;
    this.state = 'plain';
    const bytes = this.collector.take(chunk.subarray(this.tokenFrom, at));
    const word = bytes === null || bytes.length > 400 ? '' : this.decoder.decode(bytes);
    if (!isEnd || this.expectsKey || !WORD.test(word)) this.giveUp();
    else this.sink.value(word, false, this.tokenLine, this.tokenColumn);
  }

  private outsideByte(byte: number): void {
    if (byte === NEWLINE || byte === CARRIAGE_RETURN) {
      if (this.outsideText !== '') this.sink.outside(this.outsideText.trim());
      this.outsideText = '';
      this.isOutsideLine = false;
    } else if (!this.isOutsideLine && (byte === OPEN_LIST || byte === OPEN_OBJECT))
      this.open(byte === OPEN_OBJECT);
    else if (byte > SPACE && !isByteOrderMark(byte) && (byte !== COMMA || this.outsideText !== '')) {
      this.isOutsideLine = true;
      if (this.outsideText.length < MAX_OUTSIDE)
        this.outsideText += byte < 0x80 ? String.fromCharCode(byte) : '·';
    } else if (this.outsideText !== '' && byte === SPACE) this.outsideText += ' ';
  }

  private giveUp(): void {
    this.stack.length = 0;
    this.state = 'plain';
    this.isOutsideLine = true;
    this.sink.broken(this.at.line);
  }
}

function isByteOrderMark(byte: number): boolean {
  return byte === BYTE_ORDER_MARK_LEAD || byte === 0xbb || byte === 0xbf;
}
