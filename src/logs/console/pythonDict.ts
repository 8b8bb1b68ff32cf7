import { parseNumber } from '../parseNumber';

/** A key and its number or text; null stands for None. */
export type DictEntry = readonly [key: string, value: number | string | null];

/** A dict and the index behind its closing brace. */
export interface PythonDict {
  readonly entries: readonly DictEntry[];
  readonly end: number;
}

/** Most entries of one record. */
const MOST_ENTRIES = 4096;

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE = 125;

/**
 * The entries of a flat Python dict that starts at `start` with its brace; null where the text is no such dict, is nested
 * or not closed. Lists of plain values are left out. Written by hand, because a console is mostly this.
 */
export function parsePythonDict(text: string, start: number): PythonDict | null {
  const entries: DictEntry[] = [];
  let at = skipBlanks(text, start + 1);
  while (entries.length < MOST_ENTRIES) {
    const keyEnd = closingQuote(text, at);
    if (keyEnd < 0) return null;
    const colon = skipBlanks(text, keyEnd + 1);
    if (text.charCodeAt(colon) !== COLON) return null;
    const from = skipBlanks(text, colon + 1);
    const to = valueEnd(text, from);
    if (to < 0) return null;
    const value = valueOf(text, from, to);
    if (value !== undefined) entries.push([text.slice(at + 1, keyEnd), value]);
    at = skipBlanks(text, to);
    const isMore = text.charCodeAt(at) === COMMA;
    if (isMore) at = skipBlanks(text, at + 1);
    if (text.charCodeAt(at) === CLOSE) return { entries, end: at + 1 };
    if (!isMore) return null;
  }
  return null;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** Index of the quote that closes the one at `open`, −1 where there is none. */
function closingQuote(text: string, open: number): number {
  const quote = text[open];
  if (quote !== "'" && quote !== '"') return -1;
  let at = text.indexOf(quote, open + 1);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf(quote, at + 1);
  return at;
}

/** Index behind the value, −1 where it is nested or has no end. */
function valueEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === APOSTROPHE || first === QUOTE) {
    const close = closingQuote(text, from);
    return close < 0 ? -1 : close + 1;
  }
  if (first === OPEN_LIST) {
    const close = text.indexOf(']', from);
    return close < 0 || /[[{]/.test(text.slice(from + 1, close)) ? -1 : close + 1;
  }
  let at = from;
  for (let code = first; code !== COMMA && code !== CLOSE; code = text.charCodeAt(++at))
    if (!(code > SPACE) || code === 123 || code === 40) return code <= SPACE && at > from ? at : -1;
  return at > from ? at : -1;
}

/** Undefined for a list. */
function valueOf(text: string, from: number, to: number): number | string | null | undefined {
  const first = text.charCodeAt(from);
  if (first === OPEN_LIST) return undefined;
  if (first !== APOSTROPHE && first !== QUOTE) return wordValue(text.slice(from, to));
  const quoted = text.slice(from + 1, to - 1);
  return parseNumber(quoted) ?? quoted;
}

function wordValue(word: string): number | string | null {
  const number = parseNumber(word);
  if (number !== null) return number;
  if (word === 'None' || word === 'null') return null;
  if (word === 'True' || word === 'true') return 1;
  if (word === 'False' || word === 'false') return 0;
  return word;
}
