const WORDS = new Map<string, number>([
  ['nan', NaN],
  ['+nan', NaN],
  ['-nan', NaN],
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['infinity', Infinity],
  ['+infinity', Infinity],
  ['-infinity', -Infinity],
]);

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SPACE = 32;

/**
 * The number a text stands for, NaN and infinities as words included ("nan", "-Infinity"), or null where it is
 * not one number ("10/438", "2024-01-01", "0x10", ""). Strict, because trackers write numbers as strings and
 * people write everything else.
 */
export function parseNumber(text: string): number | null {
  const first = text.charCodeAt(0);
  if (isDigit(first) || first === MINUS || first === POINT || first === PLUS || first <= SPACE) {
    const value = Number(text);
    if (value === value) return isPlain(text) ? value : null;
  }
  return text.length > 12 ? null : (WORDS.get(text.trim().toLowerCase()) ?? null);
}

/** Number() also reads "", blanks and 0x/0b/0o literals, which no log means as numbers. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= SPACE || code === PLUS || code === MINUS) continue;
    if (code === POINT) return true;
    if (!isDigit(code)) return code === 73; // "Infinity"
    return code !== DIGIT_0 || !/^[xbo]/i.test(text.slice(i + 1, i + 2));
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}
