import { t } from '@vscode/l10n';
import { open, stat } from 'node:fs/promises';
import type { ByteSource, SourceStat } from '../logs/byteSource';
import { LogError } from '../logs/logError';
import type { Database } from '../logs/sqlite/database';
import { openDatabase } from './openDatabase';

/** A file of the local disk, read by position. No handle is kept between reads, so nothing needs closing. */
export class NodeFileSource implements ByteSource {
  readonly path: string;
  private readonly file: string;
  private inode: number | null = null;

  /** `path` is shown to people; `file` is where the bytes are, the same unless given. */
  constructor(path: string, file: string = path) {
    this.path = path;
    this.file = file;
  }

  async stat(): Promise<SourceStat> {
    const found = await stat(this.file).catch((error: unknown) => {
      throw this.explain(error);
    });
    if (found.isDirectory()) throw this.directory();
    // A pipe or a device has no size and no positions, and opening a pipe waits for its writer.
    if (!found.isFile())
      throw this.failure('unreadable', t('it is no regular file'), t('copy what it gives into a file'));
    this.inode = found.ino;
    return {
      size: found.size,
      identity: `${found.ino}:${found.size}:${found.mtimeMs}`,
      file: `${found.dev}:${found.ino}`,
    };
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    try {
      const handle = await open(this.file, 'r');
      try {
        if (this.inode !== null && (await handle.stat()).ino !== this.inode) throw this.replaced();
        const buffer = new Uint8Array(length);
        const { bytesRead } = await handle.read(buffer, 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw error instanceof LogError ? error : this.explain(error);
    }
  }

  async database(): Promise<Database | null> {
    return openDatabase(this.file).catch((error: unknown) => {
      throw this.failure(
        'unreadable',
        t('SQLite cannot open it ({0})', String(error)),
        t('check its permissions'),
      );
    });
  }

  private explain(error: unknown): LogError {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EISDIR') return this.directory();
    if (code === 'EACCES' || code === 'EPERM')
      return this.failure(
        'unreadable',
        t('no permission to read it'),
        t('change its permissions or your user'),
      );
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      return this.failure(
        'unreadable',
        t('it cannot be read ({0})', code || String(error)),
        t('check the disk'),
      );
    if (this.inode !== null)
      return this.failure('vanished', t('it vanished while it was read'), t('check who removes it'));
    return this.failure('missing', t('no such file'), t('check the path'));
  }

  private directory(): LogError {
    return this.failure('unreadable', t('it is a folder'), t('name a log inside it'));
  }

  private replaced(): LogError {
    return this.failure('vanished', t('it was replaced while it was read'), t('read it again'));
  }

  private failure(kind: LogError['kind'], reason: string, remedy: string): LogError {
    return new LogError({ kind, path: this.path, reason, remedy });
  }
}
