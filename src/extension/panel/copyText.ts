import * as vscode from 'vscode';
import type { CopyKind } from '../../protocol';
import type { Report } from '../../report/report';
import { loadTexts } from './loadTexts';

const SHOWN_MS = 5_000;

/** Puts a Report on the clipboard, in the form that is wanted, and says so in the status bar. */
export async function copyReport(report: Report, what: CopyKind): Promise<void> {
  await vscode.env.clipboard.writeText(loadTexts().COPIED[what](report));
  vscode.window.setStatusBarMessage(`$(check) GRPO: ${what} copied`, SHOWN_MS);
}
