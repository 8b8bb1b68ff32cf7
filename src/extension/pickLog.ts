import * as vscode from 'vscode';
import { CANDIDATE_GLOB } from './candidateFiles';
import type { LogIndex } from './logIndex';
import type { Settings } from './settings';
import { fileNameOf } from './logFiles';
import { signOf } from './viewWords';

/** More files than this are not looked into: a person will not scroll through them, and says where the log is. */
const MAX_FILES = 3_000;

const AT_ONCE = 8;

interface LogItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** What came of asking: a log, nothing because the person left, or nothing because there is none. */
export type Picked = vscode.Uri | 'left' | 'none';

/**
 * Lets a person choose among the recognised logs of the workspace. They appear as they are found; Escape ends the
 * search with the list.
 */
export async function pickLog(index: LogIndex, settings: Settings): Promise<Picked> {
  const leaving = new vscode.CancellationTokenSource();
  const pick = vscode.window.createQuickPick<LogItem>();
  pick.title = vscode.l10n.t('Fit GRPO dynamics');
  pick.placeholder = vscode.l10n.t('Looking for reward logs…');
  pick.matchOnDescription = true;
  pick.busy = true;
  const chosen = new Promise<Picked>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.uri ?? 'left'));
    pick.onDidHide(() => resolve('left'));
  });
  pick.show();
  try {
    const found = fill(pick, index, settings, leaving.token).then(() =>
      pick.items.length === 0 ? ('none' as const) : chosen,
    );
    return await Promise.race([chosen, found]);
  } finally {
    leaving.cancel();
    leaving.dispose();
    pick.dispose();
  }
}

async function fill(
  pick: vscode.QuickPick<LogItem>,
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
      if (recognition !== null)
        pick.items = sorted([...pick.items, itemOf(index, uri, recognition.rewardKey)]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lookInto));
  const full = uris.length === MAX_FILES;
  pick.busy = false;
  pick.placeholder = full
    ? vscode.l10n.t('Reward logs among the first {0} files', MAX_FILES)
    : vscode.l10n.t('Which reward log?');
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

function itemOf(index: LogIndex, uri: vscode.Uri, rewardKey: string): LogItem {
  const sign = signOf(index.look(uri.toString()));
  return {
    label: fileNameOf(uri),
    description: folderOf(uri),
    detail: sign?.line ?? vscode.l10n.t('reward column: {0}', rewardKey),
    uri,
  };
}

/** The folder as the explorer names it; empty for the root of the workspace. */
function folderOf(uri: vscode.Uri): string {
  const relative = vscode.workspace.asRelativePath(uri);
  return relative.slice(0, Math.max(0, relative.lastIndexOf('/')));
}

function sorted(items: readonly LogItem[]): LogItem[] {
  return [...items].sort((a, b) => a.uri.path.localeCompare(b.uri.path));
}
