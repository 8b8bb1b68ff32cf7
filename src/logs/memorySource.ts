import type { ByteSource, SourceStat } from './byteSource';

/** A source over bytes already in memory: tests, hosts without range reads, text of an unsaved editor. */
export class MemorySource implements ByteSource {
  readonly path: string;
  private readonly bytes: Uint8Array;
  private readonly identity: string;

  /** `identity` should change whenever the bytes do (mtime and size); equal tokens mean equal bytes. */
  constructor(path: string, content: Uint8Array | string, identity?: string) {
    this.path = path;
    this.bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.identity = identity ?? `memory:${this.bytes.length}`;
  }

  /** Size in bytes and the identity given at construction. */
  stat(): Promise<SourceStat> {
    return Promise.resolve({ size: this.bytes.length, identity: this.identity });
  }

  /** A view, not a copy: callers only read. */
  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.subarray(offset, offset + length));
  }
}
