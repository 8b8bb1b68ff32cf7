import * as vscode from 'vscode';
import type { Report } from '../report/report';
import { verdictChange } from '../report/verdictChange';
import type { Calm } from './calm';
import { FIT_COMMAND } from './commandNames';
import { fileNameOf } from './logFiles';
import type { LogIndex } from './logIndex';

const SETTING = 'grpoDynamics.notifyOnVerdictChange';
const SHOWN_MS = 30_000;

/**
 * Tells when a new reading of a log judges a run otherwise than the last: in the status bar always, as a notification
 * where the setting asks for it.
 */
export function registerVerdictWatch(index: LogIndex, calm: Calm): vscode.Disposable {
  const known = new Map<string, Report>();
  const follow = (key: string): void => {
    const view = index.look(key);
    if (view.kind === 'gone') known.delete(key);
    if (view.kind !== 'analysed') return;
    const [report] = view.reports;
    const before = known.get(key);
    known.set(key, report);
    const change = before === undefined ? null : verdictChange(before, report);
    if (change !== null)
      calm.guard(vscode.l10n.t('tell of a new verdict'), () => tell(vscode.Uri.parse(key), change));
  };
  return vscode.Disposable.from(index.onDidChange(follow));
}

async function tell(uri: vscode.Uri, change: string): Promise<void> {
  const text = vscode.l10n.t('{0}: {1}', fileNameOf(uri), change);
  vscode.window.setStatusBarMessage(`$(bell) GRPO: ${text}`, SHOWN_MS);
  if (!vscode.workspace.getConfiguration(undefined, uri).get<boolean>(SETTING, false)) return;
  const show = vscode.l10n.t('Show the Fit');
  if ((await vscode.window.showInformationMessage(`GRPO: ${text}`, show)) === show)
    await vscode.commands.executeCommand(FIT_COMMAND, uri);
}
