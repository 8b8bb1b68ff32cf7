import { stat } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { JoinedSource } from '../logs/joinedSource';
import { openLog } from '../platform/openLog';
import type { LogStat } from './logView';

/** Whether the engine opens this file or folder itself, without the host's reading it first. */
export function isLocal({ scheme }: vscode.Uri): boolean {
  return scheme === 'file';
}

/** A run of several files has changed when one of them has. Null where the log is one file. */
export async function runStat(file: string): Promise<LogStat | null> {
  const source = await openLog(file);
  if (!(source instanceof JoinedSource)) return null;
  const { size, identity } = await source.stat();
  const files = source.members.filter(({ path }) => path !== '');
  const times = await Promise.all(files.map(async ({ path }) => (await stat(path)).mtimeMs));
  return { identity, size, modifiedAt: times.reduce((latest, time) => Math.max(latest, time), 0) };
}
