import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/analysis';
import type { SaveKind } from '../../protocol';
import { fileNameOf } from '../logFiles';
import { loadTexts } from './loadTexts';

const NAMES: Readonly<Record<SaveKind, string>> = {
  json: 'JSON Report',
  md: 'Markdown',
  html: 'HTML',
  svg: 'SVG picture',
  png: 'PNG picture',
  csv: 'CSV table',
};

const SHOWN_MS = 5_000;

/** Asks where to save an analysis and writes it there; does nothing where the question is left. */
export function saveText(log: vscode.Uri, analysis: Analysis, what: Exclude<SaveKind, 'png'>): Promise<void> {
  return save(log, what, () => new TextEncoder().encode(loadTexts().SAVED[what](analysis)));
}

/** The same for a picture that the page has drawn; `data` is base64. */
export function savePng(log: vscode.Uri, data: string): Promise<void> {
  return save(log, 'png', () => Buffer.from(data, 'base64'));
}

async function save(log: vscode.Uri, what: SaveKind, content: () => Uint8Array): Promise<void> {
  const stem = fileNameOf(log).replace(/\.[^.]*$/, '');
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(log, '..', `${stem}.report.${what}`),
    filters: { [NAMES[what]]: [what] },
    title: `Save as ${NAMES[what]}`,
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, content());
  vscode.window.setStatusBarMessage(`$(check) GRPO: ${fileNameOf(target)} saved`, SHOWN_MS);
}
