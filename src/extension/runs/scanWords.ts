import * as vscode from 'vscode';
import type { ScanProgress } from './runScan';

/** The line over the rows: how far the scan is, and what it left out. Empty where there is nothing to say. */
export function scanWords(progress: ScanProgress): string {
  const { stage, looked, files, logs, left, isFull } = progress;
  switch (stage) {
    case 'idle':
      return '';
    case 'looking':
      return files === 0
        ? vscode.l10n.t('Looking for files…')
        : vscode.l10n.t('Looking for reward logs: {0} of {1} files…', count(looked), count(files));
    case 'fitting':
      return vscode.l10n.t('Fitting {0} logs, newest first…', count(logs - left));
    case 'stopped':
      return vscode.l10n.t('Stopped after {0} of {1} files.', count(looked), count(files));
    case 'done':
      return leftOut(left, isFull ? files : null);
  }
}

function leftOut(left: number, files: number | null): string {
  const words: string[] = [];
  if (files !== null) words.push(vscode.l10n.t('Only the first {0} files were looked into.', count(files)));
  if (left > 0) words.push(vscode.l10n.t('{0} older logs are not fitted until you open them.', count(left)));
  return words.join(' ');
}

function count(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
