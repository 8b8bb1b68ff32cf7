import type { Database } from './sqlite/database';

/** What a source is right now: its size and a token that changes when its bytes may have changed. */
export interface SourceStat {
  /** Bytes. */
  readonly size: number;
  /** Opaque; equal tokens mean the same bytes (mtime, inode and size where the host has them). */
  readonly identity: string;
  /** Opaque; equal while one file grows, another when a new one takes its name (inode). Absent where the host cannot tell. */
  readonly file?: string;
}

/**
 * The port through which every reader sees bytes. Implementations live in `src/platform`
 * (Node files, `vscode.workspace.fs`, memory) and throw a `LogError` for anything the user can mend.
 */
export interface ByteSource {
  /** As the user gave it; used in messages and in the Report. */
  readonly path: string;
  /** Size and identity. Throws a `LogError` of kind `missing` or `unreadable`. */
  stat(): Promise<SourceStat>;
  /** Bytes `[offset, offset + length)`, fewer at the end of the file. Throws a `LogError`. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The SQLite database that it is, null where the host has no SQLite. Absent where there is no local file. */
  database?(): Promise<Database | null>;
}
