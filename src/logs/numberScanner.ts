const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const LETTER_E = 101;
const CASE = 32;

const EXACT_INTEGERS = 2 ** 53;
const PART = 9;
const PASTED = 1024;
const SPLITTER = 2 ** 27 + 1;

/** Powers of ten that a double holds exactly, and their upper and lower halves for an exact product (Dekker 1971). */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const UPPER = POWERS.map(upperHalf);
const LOWER = POWERS.map((power) => power - upperHalf(power));

/** Far above the error of the two-double quotient (2⁻¹⁰⁵), far below half a unit in the last place. */
const DOUBT = 2 ** -96;

const WORDS = ['NaN', 'Infinity'].map((word) => ({
  bytes: new TextEncoder().encode(word),
  value: Number(word),
}));

/**
 * Reads one JSON number straight from bytes, to the same double as `Number`: most of a log's bytes are numbers of 15 to 18
 * digits, and neither a string nor an object is needed to read them. Up to 2⁵³ the digits are an exact integer, so
 * one division rounds correctly (Clinger 1990); up to 18 digits two doubles carry the digits and the quotient, and
 * where even that leaves a doubt, or digits are more, `Number` decides.
 */
export class NumberScanner {
  /** After `scan`: where the number ended, or −1 where there was none. */
  end = -1;

  /**
   * The number that starts at `at`; NaN and Infinity as bare words too, leading zeros and other non-JSON forms not. One
   * loop with local counters, because a log's reader spends most of its time here.
   */
  scan(bytes: Uint8Array, at: number): number {
    const isNegative = bytes[at] === MINUS;
    const from = isNegative ? at + 1 : at;
    let high = 0;
    let low = 0;
    let digits = 0;
    let point = -1;
    let i = from;
    for (; ; i++) {
      const code = bytes[i] ?? 0;
      if (code >= ZERO && code <= NINE) {
        if (digits === 0 && code === ZERO) continue;
        digits++;
        if (digits <= PART) high = (high * 10 + (code - ZERO)) | 0;
        else if (digits <= 2 * PART) low = (low * 10 + (code - ZERO)) | 0;
      } else if (code === POINT && point < 0) point = i + 1;
      else break;
    }
    if (!isJsonNumber(bytes, from, point, i)) return this.word(bytes, from, isNegative);
    let scale = point < 0 ? 0 : point - i;
    if (((bytes[i] ?? 0) | CASE) === LETTER_E) {
      const exponent = exponentAt(bytes, i + 1);
      if (exponent.end < 0) return this.fail();
      scale += exponent.value;
      i = exponent.end;
    }
    this.end = i;
    const size = scaled(high, low, digits - PART, scale);
    if (size < 0) return decide(bytes, at, i);
    return isNegative ? -size : size;
  }

  private word(bytes: Uint8Array, from: number, isNegative: boolean): number {
    for (const word of WORDS)
      if (word.bytes.every((byte, i) => bytes[from + i] === byte)) {
        this.end = from + word.bytes.length;
        return isNegative ? -word.value : word.value;
      }
    return this.fail();
  }

  private fail(): number {
    this.end = -1;
    return NaN;
  }
}

/** Digits on both sides of the point (−1 for none), and no zero in front of another digit. */
function isJsonNumber(bytes: Uint8Array, from: number, point: number, end: number): boolean {
  const whole = point < 0 ? end : point - 1;
  return whole > from && end > point && (bytes[from] !== ZERO || whole === from + 1);
}

/** The digits (the first nine, and `rest` more) times 10^scale, −1 where this way cannot tell it to the last bit. */
function scaled(high: number, low: number, rest: number, scale: number): number {
  if (rest > PART || scale < -22 || scale > 22) return -1;
  const upper = rest > 0 ? high * (POWERS[rest] ?? 0) : high;
  const whole = upper + low;
  if (whole <= EXACT_INTEGERS)
    return scale < 0 ? whole / (POWERS[-scale] ?? 1) : whole * (POWERS[scale] ?? 1);
  return scale < 0 ? quotient(upper, low, -scale) : -1;
}

/** Long numbers are pasted together in parts: a call takes only so many arguments. */
function decide(bytes: Uint8Array, at: number, end: number): number {
  let text = '';
  for (let from = at; from < end; from += PASTED)
    text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + PASTED)));
  return Number(text);
}

/** (high + low) / 10^power to the nearest double, −1 in doubt; high, a multiple of 10⁷ or more, and low are exact. */
function quotient(high: number, low: number, power: number): number {
  const divisor = POWERS[power] ?? 1;
  const sum = high + low;
  const sumRest = low - (sum - high);
  const first = sum / divisor;
  const upper = upperHalf(first);
  const lower = first - upper;
  const divisorUpper = UPPER[power] ?? 0;
  const divisorLower = LOWER[power] ?? 0;
  const product = first * divisor;
  const productRest =
    upper * divisorUpper - product + upper * divisorLower + lower * divisorUpper + lower * divisorLower;
  const second = (sum - product - productRest + sumRest) / divisor;
  const doubt = first * DOUBT;
  const rounded = first + (second - doubt);
  return rounded === first + (second + doubt) ? rounded : -1;
}

function upperHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

function exponentAt(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  const sign = bytes[from] ?? 0;
  const first = sign === MINUS || sign === PLUS ? from + 1 : from;
  let i = first;
  let value = 0;
  for (let code = bytes[i] ?? 0; code >= ZERO && code <= NINE; code = bytes[++i] ?? 0)
    value = Math.min(value * 10 + (code - ZERO), 9999);
  return { value: sign === MINUS ? -value : value, end: i === first ? -1 : i };
}
