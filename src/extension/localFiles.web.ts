import type * as vscode from 'vscode';
import type { LogStat } from './logView';

/** Never: in a browser even a `file:` is only what the person has let the page see, and only the host can read it. */
export const isLocal: (uri: vscode.Uri) => boolean = () => false;

/** Null: what the host reads is always one file. */
export const runStat: (file: string) => Promise<LogStat | null> = () => Promise.resolve(null);
