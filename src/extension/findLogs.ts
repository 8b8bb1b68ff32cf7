import * as vscode from 'vscode';
import { CANDIDATE_GLOB } from './candidateFiles';
import { fileNameOf } from './logFiles';
import type { LogIndex } from './logIndex';
import type { Settings } from './settings';
import { signOf } from './viewWords';

/** More files than this are not looked into: a person will not scroll through them, and says where the log is. */
export const MAX_FILES = 3_000;

const AT_ONCE = 8;

/** A recognised log in a list. */
export interface LogItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** A list that is being filled. */
export interface LogList<Item extends vscode.QuickPickItem> {
  readonly pick: vscode.QuickPick<Item>;
  /** The lines of a log that was found. */
  readonly itemsOf: (uri: vscode.Uri, rewardKey: string) => readonly Item[];
  /** What the list asks once all files are looked into. */
  readonly question: string;
  readonly sorted: (items: readonly Item[]) => readonly Item[];
}

/** Fills a list with the recognised logs of the workspace, as they are found. */
export async function fillWithLogs<Item extends vscode.QuickPickItem>(
  { pick, itemsOf, question, sorted }: LogList<Item>,
  index: LogIndex,
  settings: Settings,
  token: vscode.CancellationToken,
): Promise<void> {
  const uris = settings.scansWorkspace ? await search(settings, token) : seen(index);
  let next = 0;
  const lookInto = async (): Promise<void> => {
    for (let uri = uris.at(next++); uri !== undefined; uri = uris.at(next++)) {
      const recognition = await index.recognise(uri.toString());
      if (token.isCancellationRequested) return;
      pick.placeholder = vscode.l10n.t(
        'Looking for reward logs: {0} of {1} files…',
        Math.min(next, uris.length),
        uris.length,
      );
      if (recognition !== null) add(pick, sorted([...pick.items, ...itemsOf(uri, recognition.rewardKey)]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookInto));
  pick.busy = false;
  pick.placeholder =
    uris.length === MAX_FILES ? vscode.l10n.t('Reward logs among the first {0} files', MAX_FILES) : question;
}

/** A list that is given other lines forgets what is ticked. */
function add<Item extends vscode.QuickPickItem>(pick: vscode.QuickPick<Item>, items: readonly Item[]): void {
  const ticked = pick.selectedItems;
  pick.items = items;
  if (pick.canSelectMany) pick.selectedItems = ticked;
}

/** A log as a line of a list. */
export function logItem(index: LogIndex, uri: vscode.Uri, rewardKey: string): LogItem {
  const sign = signOf(index.look(uri.toString()));
  return {
    label: fileNameOf(uri),
    description: folderOf(uri),
    detail: sign?.line ?? vscode.l10n.t('reward column: {0}', rewardKey),
    uri,
  };
}

/** By path. */
export function byPath<Item extends { readonly uri: vscode.Uri }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => a.uri.path.localeCompare(b.uri.path));
}

/** What is left out by a setting does not count; globs in braces cannot stand in one pattern and are left to the index. */
async function search(settings: Settings, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const plain = settings.excludes.filter((glob) => !glob.includes('{'));
  const excluded = plain.length === 0 ? undefined : `{${plain.join(',')}}`;
  return vscode.workspace.findFiles(CANDIDATE_GLOB, excluded, MAX_FILES, token);
}

/** The files that somebody has looked at already. */
function seen(index: LogIndex): vscode.Uri[] {
  return index.keys().map((key) => vscode.Uri.parse(key));
}

/** The folder as the explorer names it; empty for the root of the workspace. */
function folderOf(uri: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(uri);
  return relative.slice(0, Math.max(0, relative.lastIndexOf('/')));
}
