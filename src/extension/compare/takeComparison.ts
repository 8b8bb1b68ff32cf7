import * as vscode from 'vscode';
import type { CompareCopy, CompareSave } from '../../compareProtocol';
import { fileNameOf } from '../logFiles';
import { loadTexts } from '../panel/loadTexts';
import type { Compared } from './logComparer';

const FILTERS: Readonly<Record<CompareSave, string>> = { md: 'Markdown', json: 'JSON', svg: 'SVG' };

const SHOWN_MS = 5_000;

/** Puts a comparison on the clipboard and says so in the status bar; `names` are what the runs are called. */
export async function copyComparison(
  compared: Compared,
  what: CompareCopy,
  names: readonly string[],
): Promise<void> {
  const texts = await loadTexts();
  await vscode.env.clipboard.writeText(texts.COMPARISON_COPIED[what](compared, names));
  vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('GRPO: comparison copied')}`, SHOWN_MS);
}

/** Asks where to save a comparison and writes it there; does nothing where the question is left. */
export async function saveComparison(
  compared: Compared,
  what: CompareSave,
  names: readonly string[],
): Promise<void> {
  const beside = vscode.Uri.joinPath(vscode.Uri.parse(compared.uris[0]), '..', `comparison.${what}`);
  const target = await vscode.window.showSaveDialog({
    defaultUri: beside,
    filters: { [FILTERS[what]]: [what] },
    title: vscode.l10n.t('Save the comparison as {0}', FILTERS[what]),
  });
  if (target === undefined) return;
  const texts = await loadTexts();
  const text = texts.COMPARISON_SAVED[what](compared, names);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  vscode.window.setStatusBarMessage(
    `$(check) ${vscode.l10n.t('GRPO: {0} saved', fileNameOf(target))}`,
    SHOWN_MS,
  );
}
