import * as vscode from 'vscode';
import type { Analysis } from '../../analysis/analysis';
import type { SaveKind } from '../../protocol';
import { renderCsv } from '../../report/exports/renderCsv';
import { renderHtml } from '../../report/exports/renderHtml';
import { renderMarkdown } from '../../report/exports/renderMarkdown';
import { renderSvg } from '../../report/exports/renderSvg';
import { fileNameOf } from '../logFiles';

/** What each kind of file holds, of one run; a PNG is drawn by the page. */
const TEXTS: Readonly<Record<Exclude<SaveKind, 'png'>, (analysis: Analysis) => string>> = {
  json: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  md: ({ report }) => renderMarkdown(report),
  html: (analysis) => renderHtml([analysis]),
  svg: renderSvg,
  csv: (analysis) => renderCsv([analysis]),
};

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
  return save(log, what, () => new TextEncoder().encode(TEXTS[what](analysis)));
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
