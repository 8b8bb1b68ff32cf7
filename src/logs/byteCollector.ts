/** Gathers the bytes of one record over chunk borders, up to a limit. */
export class ByteCollector {
  private readonly most: number;
  private pieces: Uint8Array[] = [];
  private total = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** Copies the piece (chunks may be reused by their owner); past the limit nothing more is kept. */
  append(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.total += piece.length;
    if (this.total > this.most) this.pieces = [];
    else this.pieces.push(piece.slice());
  }

  /** What was gathered followed by `tail`, in one piece; null when that is over the limit. Starts anew. */
  take(tail: Uint8Array): Uint8Array | null {
    const { pieces, total } = this;
    this.pieces = [];
    this.total = 0;
    if (total + tail.length > this.most) return null;
    if (total === 0) return tail;
    const joined = new Uint8Array(total + tail.length);
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    joined.set(tail, at);
    return joined;
  }
}
