import * as vscode from 'vscode';
import { plainText } from '../report/plainText';
import type { Report } from '../report/report';
import type { FileChoices } from './fileChoices';

/** Lets a person choose which column is the reward, among those that could be. */
export async function pickColumn(uri: vscode.Uri, report: Report, choices: FileChoices): Promise<void> {
  const { rewardColumns } = report.source;
  const items = rewardColumns.map((key) => ({
    label: plainText(key),
    description: key === report.metrics['reward'] ? 'in use' : '',
    key,
  }));
  const placeHolder =
    items.length === 1 ? 'This is the only column that looks like a reward' : 'Which column is the reward?';
  const chosen = await vscode.window.showQuickPick(items, { title: 'Reward column', placeHolder });
  if (chosen !== undefined) choices.set(uri.toString(), { metric: chosen.key });
}

/** Lets a person choose which of a file's runs is shown; null where nothing was chosen, or a file holds one. */
export async function pickRun(reports: readonly Report[]): Promise<Report | null> {
  const items = reports.map((report, i) => ({
    label: plainText(report.source.run ?? `run ${i + 1}`),
    description: report.interpretation.state,
    report,
  }));
  const placeHolder = items.length === 1 ? 'This file holds one run' : 'Which run?';
  const chosen = await vscode.window.showQuickPick(items, { title: 'Run', placeHolder });
  return chosen?.report ?? null;
}
