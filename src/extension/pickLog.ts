import * as vscode from 'vscode';
import { byPath, fillWithLogs, logItem, type LogItem } from './findLogs';
import type { LogIndex } from './logIndex';
import type { Settings } from './settings';

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
    const list = {
      pick,
      itemsOf: (uri: vscode.Uri, rewardKey: string) => [logItem(index, uri, rewardKey)],
      question: vscode.l10n.t('Which reward log?'),
      sorted: byPath<LogItem>,
    };
    const found = fillWithLogs(list, index, settings, leaving.token).then(() =>
      pick.items.length === 0 ? ('none' as const) : chosen,
    );
    return await Promise.race([chosen, found]);
  } finally {
    leaving.cancel();
    leaving.dispose();
    pick.dispose();
  }
}
