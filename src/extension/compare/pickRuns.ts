import * as vscode from 'vscode';
import type { RunRef } from '../../compareProtocol';
import { byPath, fillWithLogs, logItem, type LogItem } from '../findLogs';
import type { LogIndex } from '../logIndex';
import type { Settings } from '../settings';

interface RunItem extends LogItem {
  readonly run: string | null;
}

/** Lets a person tick runs among the recognised logs of the workspace; null where the list is left. */
export async function pickRuns(
  index: LogIndex,
  settings: Settings,
  ticked: readonly RunRef[],
): Promise<readonly RunRef[] | null> {
  const leaving = new vscode.CancellationTokenSource();
  const pick = vscode.window.createQuickPick<RunItem>();
  pick.title = vscode.l10n.t('Compare runs');
  pick.placeholder = vscode.l10n.t('Looking for reward logs…');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.busy = true;
  const first = ticked.flatMap((ref) => itemsOf(index, vscode.Uri.parse(ref.uri), '').filter(isOf(ref)));
  pick.items = first;
  pick.selectedItems = first;
  const known = new Set(ticked.map(({ uri }) => uri));
  const list = {
    pick,
    itemsOf: (uri: vscode.Uri, rewardKey: string) =>
      itemsOf(index, uri, rewardKey).filter(
        (item) => !known.has(uri.toString()) || !first.some(isSame(item)),
      ),
    question: vscode.l10n.t('Tick the runs to compare, two or more'),
    sorted: byPath<RunItem>,
  };
  try {
    const chosen = whenChosen(pick);
    pick.show();
    void fillWithLogs(list, index, settings, leaving.token).catch(() => (pick.busy = false));
    return await chosen;
  } finally {
    leaving.cancel();
    leaving.dispose();
    pick.dispose();
  }
}

function whenChosen(pick: vscode.QuickPick<RunItem>): Promise<readonly RunRef[] | null> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const refs = pick.selectedItems.map(({ uri, run }) => ({ uri: uri.toString(), run }));
      if (refs.length > 0) resolve(refs);
    });
    pick.onDidHide(() => resolve(null));
  });
}

/** A log as one line, or, where it is known to hold several runs, a line for each. */
function itemsOf(index: LogIndex, uri: vscode.Uri, rewardKey: string): RunItem[] {
  const item = logItem(index, uri, rewardKey);
  const view = index.look(uri.toString());
  const names = view.kind === 'analysed' ? view.reports.map(({ source }) => source.run) : [null];
  if (names.length < 2) return [{ ...item, run: null }];
  return names.map((run) => ({ ...item, label: `${item.label} › ${run ?? ''}`, run }));
}

function isOf({ run }: RunRef): (item: RunItem) => boolean {
  return (item) => run === null || item.run === run;
}

function isSame(item: RunItem): (other: RunItem) => boolean {
  return (other) => other.uri.toString() === item.uri.toString() && other.run === item.run;
}
