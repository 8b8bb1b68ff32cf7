import * as vscode from 'vscode';
import type { JobSource } from '../platform/engineJob';
import { vscodeConfigFiles } from '../platform/vscodeConfigFiles';
import { VscodeSource } from '../platform/vscodeSource';
import { isLocal, runStat } from './localFiles';
import type { LogStat } from './logView';
import { LruMap } from './lruMap';

/** Whole files of virtual workspaces that are kept in memory, at most 32 MB each. */
const KEPT_WHOLE_FILES = 4;

/** Files as the index wants them, through `vscode.workspace.fs`: any scheme, local or remote. */
export class LogFiles {
  readonly #virtual = new LruMap<VscodeSource>(KEPT_WHOLE_FILES);

  /** Null where there is no such file, or a folder in its place. Throws a `LogError` where it may not be read. */
  async stat(key: string): Promise<LogStat | null> {
    try {
      const uri = vscode.Uri.parse(key);
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.File) === 0) return null;
      const whole = isLocal(uri) ? await runStat(uri.fsPath) : null;
      return whole ?? { identity: `${mtime}:${size}`, size, modifiedAt: mtime };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
      throw this.#sourceOf(key).explain(error);
    }
  }

  /** A log of the local disk is opened by the engine itself; of any other the host reads the bytes first, and the configuration beside. */
  async source(key: string): Promise<JobSource> {
    const uri = vscode.Uri.parse(key);
    if (isLocal(uri)) return { kind: 'file', path: uri.fsPath };
    const source = this.#sourceOf(key);
    const [bytes, beside] = await Promise.all([source.readAll(), vscodeConfigFiles(uri)]);
    return { kind: 'bytes', path: source.path, bytes, beside };
  }

  #sourceOf(key: string): VscodeSource {
    const source = this.#virtual.get(key) ?? new VscodeSource(vscode.Uri.parse(key));
    this.#virtual.set(key, source);
    return source;
  }
}

/** Whether a file of this URI can be a log of the user's: not the git or diff view of one, not an output channel. */
export function isReadableScheme(uri: vscode.Uri): boolean {
  if (uri.scheme === 'file') return true;
  return (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === uri.scheme);
}

/** A file's name for a person. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
