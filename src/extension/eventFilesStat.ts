import * as vscode from 'vscode';
import { isEventFileName } from '../logs/eventFileName';
import type { LogStat } from './logView';

/** The event files of one folder are one run: it has changed when one of them has. Null where it is one file. */
export async function eventFilesStat(uri: vscode.Uri): Promise<LogStat | null> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const names = (await vscode.workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter(isEventFileName);
  if (names.length < 2) return null;
  const stats = await Promise.all(
    names.sort().map((name) => vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name))),
  );
  return {
    identity: stats.map(({ mtime, size }) => `${mtime}:${size}`).join('|'),
    size: stats.reduce((sum, { size }) => sum + size, 0),
    modifiedAt: Math.max(...stats.map(({ mtime }) => mtime)),
  };
}
