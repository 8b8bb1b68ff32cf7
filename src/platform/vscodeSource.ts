import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ByteSource, SourceStat } from '../logs/byteSource';
import type { LogErrorKind } from '../logs/logError';
import { LogError } from '../logs/logError';

/** Schemes other than `file` have no range reads: a log is read whole, and only below this. */
export const WHOLE_READ_BYTES = 32 * 1024 * 1024;

interface Whole {
  readonly identity: string;
  readonly bytes: Uint8Array;
}

/** A log behind `vscode.workspace.fs` (a virtual workspace): stat first, then one whole read, kept while it is unchanged. */
export class VscodeSource implements ByteSource {
  readonly path: string;
  readonly #uri: vscode.Uri;
  #whole: Whole | null = null;

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
    this.path = uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  }

  async stat(): Promise<SourceStat> {
    const { size, mtime } = await this.#telling(vscode.workspace.fs.stat(this.#uri));
    return { size, identity: `${mtime}:${size}` };
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const bytes = await this.readAll();
    return bytes.subarray(offset, offset + length);
  }

  /** All bytes. Throws a `LogError` of kind `too-large` above `WHOLE_READ_BYTES`. */
  async readAll(): Promise<Uint8Array> {
    const { size, identity } = await this.stat();
    if (this.#whole?.identity === identity) return this.#whole.bytes;
    if (size > WHOLE_READ_BYTES) throw this.#tooLarge(size);
    const bytes = await this.#telling(vscode.workspace.fs.readFile(this.#uri));
    this.#whole = { identity, bytes };
    return bytes;
  }

  /** What the file system threw, as a `LogError` that says what to do. */
  explain(error: unknown): LogError {
    if (error instanceof LogError) return error;
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return this.#error('missing', t('there is no such file'), t('check the path'));
    }
    if (error instanceof vscode.FileSystemError && error.code === 'FileIsADirectory') {
      return this.#error('unreadable', t('this is a folder'), t('open a log inside it'));
    }
    const reason = t('cannot be read ({0})', error instanceof Error ? error.message : String(error));
    return this.#error('unreadable', reason, t('check its permissions'));
  }

  async #telling<T>(reading: Thenable<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      throw this.explain(error);
    }
  }

  #tooLarge(size: number): LogError {
    const reason = t(
      '{0} in a virtual file system, where a log is read whole and only up to {1}',
      megabytes(size),
      megabytes(WHOLE_READ_BYTES),
    );
    return this.#error('too-large', reason, t('copy the log to a local folder and open it there'));
  }

  #error(kind: LogErrorKind, reason: string, remedy: string): LogError {
    return new LogError({ kind, path: this.path, reason, remedy });
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
