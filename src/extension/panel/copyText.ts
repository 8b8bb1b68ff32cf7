import * as vscode from 'vscode';
import type { CopyKind } from '../../protocol';
import { renderMarkdown } from '../../report/exports/renderMarkdown';
import { renderText } from '../../report/renderText';
import type { Report } from '../../report/report';
import { firstSentence } from '../../report/sentences';

const SHOWN_MS = 5_000;

const TEXTS: Readonly<Record<CopyKind, (report: Report) => string>> = {
  sentence: firstSentence,
  summary: (report) => renderText(report, { colour: false }),
  markdown: renderMarkdown,
  report: (report) => JSON.stringify(report, null, 2),
};

/** Puts a Report on the clipboard, in the form that is wanted, and says so in the status bar. */
export async function copyReport(report: Report, what: CopyKind): Promise<void> {
  await vscode.env.clipboard.writeText(TEXTS[what](report));
  vscode.window.setStatusBarMessage(`$(check) GRPO: ${what} copied`, SHOWN_MS);
}
