import * as vscode from 'vscode';

/** Lets a person type a filter and shows what it does while they type; Escape brings the old one back. */
export function askForFilter(before: string, apply: (filter: string) => void): void {
  const input = vscode.window.createInputBox();
  let isAccepted = false;
  input.title = vscode.l10n.t('Filter the runs');
  input.placeholder = vscode.l10n.t('part of a path, a state or a failure mode, e.g. “collapsed”');
  input.value = before;
  input.onDidChangeValue(apply);
  input.onDidAccept(() => {
    isAccepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    if (!isAccepted) apply(before);
    input.dispose();
  });
  input.show();
}
