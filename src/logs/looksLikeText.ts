const TAB = 9;
const CARRIAGE_RETURN = 13;
const ESCAPE = 27;
const SPACE = 32;

/**
 * Whether bytes are text: almost no control characters (tab, line ends, backspace and ANSI escapes are fine) and almost
 * all valid UTF-8. A few bad bytes are tolerated: a crash leaves some in a log that is otherwise whole.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) if (byte < SPACE && !isTextControl(byte)) control++;
  if (control * 100 > bytes.length) return false;
  const text = new TextDecoder('utf-8').decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) replaced++;
  return replaced * 10 <= text.length;
}

function isTextControl(byte: number): boolean {
  return (byte >= TAB - 1 && byte <= CARRIAGE_RETURN) || byte === ESCAPE;
}
