import * as vscode from 'vscode';
import type { CopyKind } from '../../protocol';
import type { Report } from '../../report/report';
import { loadTexts } from './loadTexts';

const SHOWN_MS = 5_000;

const COPIED: Readonly<Record<CopyKind, () => string>> = {
  sentence: () => vscode.l10n.t('GRPO: sentence copied'),
  summary: () => vscode.l10n.t('GRPO: summary copied'),
  markdown: () => vscode.l10n.t('GRPO: Markdown copied'),
  report: () => vscode.l10n.t('GRPO: JSON Report copied'),
};

/** Puts a Report on the clipboard, in the form that is wanted, and says so in the status bar. */
export async function copyReport(report: Report, what: CopyKind): Promise<void> {
  const texts = await loadTexts();
  await vscode.env.clipboard.writeText(texts.COPIED[what](report));
  vscode.window.setStatusBarMessage(`$(check) ${COPIED[what]()}`, SHOWN_MS);
}
