/** The two orders of bytes that UTF-16 text comes in. */
export type Utf16 = 'utf-16le' | 'utf-16be';

/** Bytes looked at. */
const LOOK = 512;

/**
 * The order of bytes where they begin as UTF-16 text does, which some shells write: a byte order mark, or Latin text
 * whose every other byte is zero. Null for anything else.
 */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, LOOK) >> 1;
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd * 10 >= pairs * 9) return 'utf-16le';
  return odd === 0 && even * 10 >= pairs * 9 ? 'utf-16be' : null;
}

/** Turns UTF-16 text that comes in pieces into UTF-8, without its byte order mark; no character or line is added or lost. */
export class FromUtf16 {
  private readonly decoder: InstanceType<typeof TextDecoder>;
  private readonly encoder = new TextEncoder();
  private readonly push8: (chunk: Uint8Array) => void;

  constructor(order: Utf16, push: (chunk: Uint8Array) => void) {
    this.decoder = new TextDecoder(order);
    this.push8 = push;
  }

  /** The next bytes of the file. */
  push(chunk: Uint8Array): void {
    this.hand(this.decoder.decode(chunk, { stream: true }));
  }

  /** The end of the file: half a character that is left becomes a sign that says so. */
  end(): void {
    this.hand(this.decoder.decode());
  }

  private hand(text: string): void {
    if (text !== '') this.push8(this.encoder.encode(text));
  }
}
