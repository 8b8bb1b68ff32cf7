import type * as vscode from 'vscode';
import type { PageMessage, ToPage } from '../../protocol';
import { copyReport } from './copyText';
import { loadTexts } from './loadTexts';
import { savePng, saveText } from './saveReport';
import type { ShownRun } from './shownRun';

/** What the page asks for to be used elsewhere. */
export type TakeAwayMessage = Extract<PageMessage, { type: 'copyText' | 'saveAs' | 'savePng' }>;

/** Copies or saves the shown run's Report. A picture goes to the page first, which draws its pixels and sends them back. */
export async function takeAway(
  log: vscode.Uri,
  shown: ShownRun,
  message: TakeAwayMessage,
  post: (message: ToPage) => void,
): Promise<void> {
  if (message.type === 'savePng') return savePng(log, message.data);
  if (message.type === 'copyText') {
    const report = shown.report();
    if (report !== null) await copyReport(report, message.what);
    return;
  }
  const analysis = shown.analysis();
  if (analysis === null) return;
  if (message.what === 'png') {
    const { SAVED } = await loadTexts();
    post({ type: 'figure', svg: SAVED.svg(analysis) });
  } else await saveText(log, analysis, message.what);
}
