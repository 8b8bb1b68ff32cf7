import type { ByteSource, SourceStat } from './byteSource';

/**
 * Several sources read as one, end to end: a run that spans several files. How far each reaches is what the last `stat`
 * found, so that what is appended meanwhile belongs to the next reading.
 */
export class JoinedSource implements ByteSource {
  readonly path: string;
  /** What it is made of, in order. */
  readonly members: readonly ByteSource[];
  private sizes: readonly number[] | null = null;

  /** `path` is what people are shown. */
  constructor(path: string, members: readonly ByteSource[]) {
    this.path = path;
    this.members = members;
  }

  /** The sum of the sizes, and an identity that changes with any member. */
  async stat(): Promise<SourceStat> {
    const stats = await Promise.all(this.members.map((member) => member.stat()));
    this.sizes = stats.map(({ size }) => size);
    return {
      size: this.sizes.reduce((sum, size) => sum + size, 0),
      identity: stats.map(({ identity }) => identity).join('|'),
    };
  }

  /** Bytes of one member or of several; fewer than asked for at the end only. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (this.sizes === null) await this.stat();
    const pieces: Uint8Array[] = [];
    let from = offset;
    let left = length;
    for (const [i, member] of this.members.entries()) {
      const size = this.sizes?.[i] ?? 0;
      if (from < size && left > 0) {
        const piece = await member.read(from, Math.min(left, size - from));
        pieces.push(piece);
        left -= piece.length;
        // A member that has become shorter: what follows would stand in the wrong place.
        if (piece.length < Math.min(left + piece.length, size - from)) break;
      }
      from = Math.max(0, from - size);
    }
    return joined(pieces);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const first = pieces.at(0);
  if (pieces.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
