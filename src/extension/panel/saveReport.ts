import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/analysis';
import type { SaveKind } from '../../protocol';
import { fileNameOf } from '../logFiles';
import { loadTexts } from './loadTexts';

const NAMES: Readonly<Record<SaveKind, () => string>> = {
  json: () => vscode.l10n.t('JSON Report'),
  md: () => 'Markdown',
  html: () => 'HTML',
  svg: () => vscode.l10n.t('SVG picture'),
  png: () => vscode.l10n.t('PNG picture'),
  csv: () => vscode.l10n.t('CSV table'),
};

const SHOWN_MS = 5_000;

/** Asks where to save an analysis and writes it there; does nothing where the question is left. */
export function saveText(log: vscode.Uri, analysis: Analysis, what: Exclude<SaveKind, 'png'>): Promise<void> {
  return save(log, what, async () => {
    const { SAVED } = await loadTexts();
    return new TextEncoder().encode(SAVED[what](analysis));
  });
}

/** The same for a picture that the page has drawn; `data` is base64. */
export function savePng(log: vscode.Uri, data: string): Promise<void> {
  return save(log, 'png', () => Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0)));
}

async function save(
  log: vscode.Uri,
  what: SaveKind,
  content: () => Uint8Array | Promise<Uint8Array>,
): Promise<void> {
  const stem = fileNameOf(log).replace(/\.[^.]*$/, '');
  const name = NAMES[what]();
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(log, '..', `${stem}.report.${what}`),
    filters: { [name]: [what] },
    title: vscode.l10n.t('Save as {0}', name),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, await content());
  const saved = vscode.l10n.t('GRPO: {0} saved', fileNameOf(target));
  vscode.window.setStatusBarMessage(`$(check) ${saved}`, SHOWN_MS);
}
