import { ByteCollector } from './byteCollector';
import { MAX_KEY_LENGTH, MAX_RECORD_BYTES } from './limits';
import { EditorPlace } from './json/editorPlace';
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
} from './json/jsonBytes';

const HISTORY = 'log_history';
const NOTHING = new Uint8Array(0);

/** What becomes of the pieces found. */
export interface TrainerStateSink {
  /** The bytes of one element of log_history with the 1-based line and column (UTF-16 units) of its first byte. */
  record(bytes: Uint8Array, line: number, column: number): void;
  /** An element longer than MAX_RECORD_BYTES; its bytes are not kept. */
  tooLong(line: number): void;
  /** A plain value beside log_history, as written. */
  fact(key: string, text: string): void;
}

/**
 * Finds the elements of log_history in a JSON document fed in chunks, without parsing the document: only the depth,
 * whether a string is open and, at the top level, the current key are tracked. So memory holds one record, brackets
 * may nest 200,000 deep, and a document that was cut off gives what came before the cut.
 */
export class TrainerStateScanner {
  private readonly sink: TrainerStateSink;
  private readonly element = new ByteCollector(MAX_RECORD_BYTES);
  private chunk: Uint8Array = NOTHING;
  private elementFrom = 0;
  private elementLine = 0;
  private elementColumn = 0;
  private inElement = false;
  private inHistory = false;
  private hadHistory = false;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private token = '';
  private key = '';
  private readonly at = new EditorPlace();

  constructor(sink: TrainerStateSink) {
    this.sink = sink;
  }

  /** The next bytes of the document. */
  push(chunk: Uint8Array): void {
    this.chunk = chunk;
    this.elementFrom = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.inString) this.stringByte(byte);
      else this.plainByte(byte, at);
      this.at.advance(byte);
    }
    if (this.inElement) this.element.append(chunk.subarray(this.elementFrom));
    this.chunk = NOTHING;
  }

  /** The end of the bytes: an element that is still open is handed over as it is. */
  finish(): void {
    this.elementFrom = 0;
    if (this.inElement) this.endElement(0);
  }

  /** True where log_history was seen. */
  get foundHistory(): boolean {
    return this.hadHistory;
  }

  /** True while the document lacks closing brackets. */
  get isOpen(): boolean {
    return this.depth > 0;
  }

  private stringByte(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) {
      this.inString = false;
      return;
    }
    if (this.depth === 1) this.addToToken(byte);
  }

  private plainByte(byte: number, at: number): void {
    if (byte <= SPACE) return;
    if (this.inHistory && this.depth === 2) this.historyByte(byte, at);
    switch (byte) {
      case QUOTE:
        this.inString = true;
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        this.open(byte);
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        this.close();
        break;
      case COLON:
        if (this.depth === 1) this.endKey();
        break;
      case COMMA:
        if (this.depth === 1) this.endFact();
        break;
      default:
        if (this.depth === 1) this.addToToken(byte);
    }
  }

  private historyByte(byte: number, at: number): void {
    if (byte === COMMA || byte === CLOSE_LIST) {
      if (this.inElement) this.endElement(at);
    } else if (!this.inElement) {
      this.inElement = true;
      this.elementFrom = at;
      this.elementLine = this.at.line;
      this.elementColumn = this.at.column;
    }
  }

  private endElement(at: number): void {
    this.inElement = false;
    const bytes = this.element.take(this.chunk.subarray(this.elementFrom, at));
    if (bytes === null) this.sink.tooLong(this.elementLine);
    else this.sink.record(bytes, this.elementLine, this.elementColumn);
  }

  private open(byte: number): void {
    this.depth++;
    if (this.depth !== 2 || byte !== OPEN_LIST || this.key !== HISTORY) return;
    this.inHistory = true;
    this.hadHistory = true;
  }

  private close(): void {
    if (this.depth === 2) this.inHistory = false;
    if (this.depth === 1) this.endFact();
    if (this.depth > 0) this.depth--;
  }

  private endKey(): void {
    this.key = this.token;
    this.token = '';
  }

  private endFact(): void {
    if (this.key !== '' && this.token !== '') this.sink.fact(this.key, this.token);
    this.key = '';
    this.token = '';
  }

  private addToToken(byte: number): void {
    if (this.token.length <= MAX_KEY_LENGTH) this.token += String.fromCharCode(byte);
  }
}
