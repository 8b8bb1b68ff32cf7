import * as vscode from 'vscode';
import type { Report } from '../../report/report';
import { hoverLine } from '../../report/sentences';
import { FIT_COMMAND } from '../commandNames';
import { OPEN_AT_STEP_COMMAND } from '../problems/fixCommands';
import { signOf } from '../viewWords';
import { iconOfReport, iconOfView } from './runIcon';
import { worstReport } from './runEntry';
import type { RunNode } from './runNode';
import { reportsOf } from './runNode';
import { runWords } from './runWords';

const { None, Collapsed } = vscode.TreeItemCollapsibleState;

/** A row of the Runs view as VS Code draws it. Everything is plain text: names come from logs. */
export function runItem(node: RunNode): vscode.TreeItem {
  return node.kind === 'run' ? itemOfRun(node) : itemOfLog(node);
}

function itemOfLog({ entry, label }: RunNode & { kind: 'log' }): vscode.TreeItem {
  const { key, path, view, sparks } = entry;
  const reports = reportsOf(entry);
  const item = new vscode.TreeItem(label, reports !== null && reports.length > 1 ? Collapsed : None);
  const words = reports === null ? (signOf(view)?.line ?? notRead()) : wordsOfAll(reports);
  const worst = reports && worstReport(reports);
  item.id = key;
  item.contextValue = 'log';
  item.iconPath = worst === null ? iconOfView(view) : iconOfReport(worst);
  item.description = described(worst === null ? '' : sparkOf(sparks, reports?.indexOf(worst) ?? 0), words);
  item.tooltip = `${path}\n${signOf(view)?.line ?? notRead()}`;
  item.command = { title: '', command: FIT_COMMAND, arguments: [vscode.Uri.parse(key)] };
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1}', label, words) };
  return item;
}

function itemOfRun({ entry, report, at }: RunNode & { kind: 'run' }): vscode.TreeItem {
  const name = report.source.run ?? vscode.l10n.t('run {0}', at + 1);
  const item = new vscode.TreeItem(name, None);
  item.id = `${entry.key}#${at}`;
  item.contextValue = 'run';
  item.iconPath = iconOfReport(report);
  item.description = described(sparkOf(entry.sparks, at), runWords(report));
  item.tooltip = `${name}\n${hoverLine(report)}`;
  const uri = vscode.Uri.parse(entry.key);
  item.command = { title: '', command: OPEN_AT_STEP_COMMAND, arguments: [uri, report.source.run, null] };
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1}', name, runWords(report)) };
  return item;
}

function wordsOfAll(reports: readonly [Report, ...Report[]]): string {
  const words = runWords(worstReport(reports));
  return reports.length === 1 ? words : vscode.l10n.t('{0} runs · {1}', reports.length, words);
}

function sparkOf(sparks: readonly string[], at: number): string {
  return sparks[at] ?? '';
}

function described(spark: string, words: string): string {
  return spark === '' ? words : `${spark} ${words}`;
}

function notRead(): string {
  return vscode.l10n.t('not read yet: open it to have it fitted');
}
