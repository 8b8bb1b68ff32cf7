import { MAX_DEPTH } from './limits';

const QUOTE = 34;
const BACKSLASH = 92;
const BARE_WORD = /(?:^|[[,:\s])-?(?:NaN|Infinity|nan|inf)\b/;

/**
 * JSON.parse for what Python writes: bare NaN, Infinity and -Infinity become the strings of that name (which
 * `parseNumber` reads). Undefined where the text is not JSON or nests deeper than MAX_DEPTH. Never throws.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  const value = tryParse(text);
  if (value !== undefined || !BARE_WORD.test(text)) return value;
  return tryParse(quoteNonFinite(text));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Whether brackets nest deeper than MAX_DEPTH. Openers are only counted first, which costs next to nothing on a flat
 * record; the string-aware walk runs on the rare text with many of them.
 */
export function isTooDeep(text: string): boolean {
  return hasMoreThan(text, '[', MAX_DEPTH) || hasMoreThan(text, '{', MAX_DEPTH)
    ? deepest(text) > MAX_DEPTH
    : false;
}

function hasMoreThan(text: string, opener: string, most: number): boolean {
  let found = 0;
  for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1))
    if (++found > most / 2) return true;
  return false;
}

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === 91 || code === 123) most = Math.max(most, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return most;
}

/** Index of the quote that closes the string opened at `open`, or the text's length. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

/** Puts quotes around bare non-finite words, outside strings only. */
export function quoteNonFinite(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const stop = quote < 0 ? text.length : quote;
    out += text.slice(at, stop).replace(/-?\b(?:NaN|Infinity|nan|inf)\b/g, '"$&"');
    if (quote < 0) break;
    const close = endOfString(text, quote);
    out += text.slice(quote, close + 1);
    at = close + 1;
  }
  return out;
}
