import * as vscode from 'vscode';
import { plainText } from '../report/plainText';
import type { Report } from '../report/report';
import { stateInWords } from '../report/sentences';
import type { FileChoices } from './fileChoices';

/** Lets a person choose which column is the reward, among those that could be. */
export async function pickColumn(uri: vscode.Uri, report: Report, choices: FileChoices): Promise<void> {
  const { rewardColumns } = report.source;
  const items = rewardColumns.map((key) => ({
    label: plainText(key),
    description: key === report.metrics['reward'] ? vscode.l10n.t('in use') : '',
    key,
  }));
  const placeHolder =
    items.length === 1
      ? vscode.l10n.t('This is the only column that looks like a reward')
      : vscode.l10n.t('Which column is the reward?');
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Reward column'),
    placeHolder,
  });
  if (chosen !== undefined) choices.set(uri.toString(), { metric: chosen.key });
}

/** Lets a person choose which of a file's runs is shown; null where nothing was chosen, or a file holds one. */
export async function pickRun(reports: readonly Report[]): Promise<Report | null> {
  const items = reports.map((report, i) => ({
    label: plainText(report.source.run ?? vscode.l10n.t('run {0}', i + 1)),
    description: stateInWords(report.interpretation.state),
    report,
  }));
  const placeHolder =
    items.length === 1 ? vscode.l10n.t('This file holds one run') : vscode.l10n.t('Which run?');
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Run'), placeHolder });
  return chosen?.report ?? null;
}
