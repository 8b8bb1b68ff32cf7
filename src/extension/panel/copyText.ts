import * as vscode from 'vscode';
import type { Report } from '../../report/report';
import { renderText } from '../../report/renderText';

const SHOWN_MS = 5_000;

/** Puts a Report on the clipboard, as text for people or as JSON, and says so in the status bar. */
export async function copyReport(report: Report, what: 'summary' | 'report'): Promise<void> {
  const text = what === 'summary' ? renderText(report, { colour: false }) : JSON.stringify(report, null, 2);
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(
    what === 'summary' ? '$(check) GRPO: summary copied' : '$(check) GRPO: report copied',
    SHOWN_MS,
  );
}
