import * as vscode from 'vscode';
import type { ActiveFile } from './activeFile';
import type { Calm } from './calm';
import { isCandidate } from './candidateFiles';
import {
  COPY_SUMMARY_COMMAND,
  FIT_COMMAND,
  SELECT_REWARD_COMMAND,
  SELECT_RUN_COMMAND,
  SHOW_OUTPUT_COMMAND,
} from './commandNames';
import type { FileChoices } from './fileChoices';
import { pickColumn, pickRun } from './pickColumn';
import { fileNameOf } from './logFiles';
import type { LogIndex } from './logIndex';
import { isLog } from './logView';
import { copyReport } from './panel/copyText';
import type { LogPanels } from './panel/logPanels';
import { pickLog } from './pickLog';
import { muteFindings } from '../report/muteFindings';
import { MUTE_COMMAND, OPEN_AT_STEP_COMMAND } from './problems/fixCommands';
import { isFailureMode } from './problems/isFailureMode';
import type { MutedModes } from './problems/mutedModes';
import type { Settings } from './settings';
import { whyNoLog } from './whyNoLog';

/** What the commands need. */
export interface CommandsHost {
  readonly index: LogIndex;
  readonly panels: LogPanels;
  readonly active: ActiveFile;
  readonly calm: Calm;
  readonly channel: vscode.LogOutputChannel;
  readonly muted: MutedModes;
  readonly settings: Settings;
  readonly choices: FileChoices;
}

/** Registers what the palette, the menus, the lens and the status bar run. */
export function registerCommands(host: CommandsHost): vscode.Disposable {
  const { calm, channel } = host;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(FIT_COMMAND, (argument: unknown) =>
      calm.guard(vscode.l10n.t('show the fit'), () => fit(host, argument)),
    ),
    vscode.commands.registerCommand(COPY_SUMMARY_COMMAND, (argument: unknown) =>
      calm.guard(vscode.l10n.t('copy the summary'), () => copySummary(host, argument)),
    ),
    vscode.commands.registerCommand(OPEN_AT_STEP_COMMAND, (uri: unknown, run: unknown, step: unknown) => {
      if (uri instanceof vscode.Uri) host.panels.showAt(uri, textOrNull(run), numberOrNull(step));
    }),
    vscode.commands.registerCommand(MUTE_COMMAND, (uri: unknown, mode: unknown, isMuted: unknown) => {
      if (uri instanceof vscode.Uri && isFailureMode(mode))
        host.muted.set(uri.toString(), mode, isMuted === true);
    }),
    vscode.commands.registerCommand(SELECT_REWARD_COMMAND, (argument: unknown) =>
      calm.guard(vscode.l10n.t('choose the reward column'), () => selectReward(host, argument)),
    ),
    vscode.commands.registerCommand(SELECT_RUN_COMMAND, (argument: unknown) =>
      calm.guard(vscode.l10n.t('choose the run'), () => selectRun(host, argument)),
    ),
    vscode.commands.registerCommand(SHOW_OUTPUT_COMMAND, () => channel.show()),
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

async function fit(host: CommandsHost, argument: unknown): Promise<void> {
  const uri = await chooseLog(host, argument);
  if (uri !== null) host.panels.show(uri);
}

async function copySummary(host: CommandsHost, argument: unknown): Promise<void> {
  const uri = await chooseLog(host, argument);
  if (uri === null) return;
  const view = await host.index.analyse(uri.toString(), { urgency: 'now', evenIfNoLog: true });
  if (view.kind === 'analysed')
    await copyReport(
      muteFindings(host.panels.shownReport(uri, view.reports), host.muted.of(uri.toString())),
      'summary',
    );
  else host.panels.show(uri);
}

async function selectReward(host: CommandsHost, argument: unknown): Promise<void> {
  const uri = await chooseLog(host, argument);
  if (uri === null) return;
  const view = await host.index.analyse(uri.toString(), { urgency: 'now', evenIfNoLog: true });
  host.panels.show(uri);
  if (view.kind === 'analysed')
    await pickColumn(uri, host.panels.shownReport(uri, view.reports), host.choices);
}

async function selectRun(host: CommandsHost, argument: unknown): Promise<void> {
  const uri = await chooseLog(host, argument);
  if (uri === null) return;
  const view = await host.index.analyse(uri.toString(), { urgency: 'now', evenIfNoLog: true });
  host.panels.show(uri);
  const report = view.kind === 'analysed' ? await pickRun(view.reports) : null;
  if (report !== null) host.panels.showRun(uri, report.source.run);
}

/** The file a menu was opened on, else the log in the active tab; from a list only where no file is active. */
async function chooseLog(host: CommandsHost, argument: unknown): Promise<vscode.Uri | null> {
  if (argument instanceof vscode.Uri) return argument;
  const active = host.active.uri();
  if (active === null) return choosePicked(host);
  if (await isLogToFit(host, active)) return active;
  const view = await host.index.analyse(active.toString(), { urgency: 'now', evenIfNoLog: true });
  const why = whyNoLog(fileNameOf(active), view);
  if (why === null) return active;
  const pick = vscode.l10n.t('Pick a Log…');
  return (await vscode.window.showWarningMessage(why, pick)) === pick ? choosePicked(host) : null;
}

async function choosePicked(host: CommandsHost): Promise<vscode.Uri | null> {
  const picked = await pickLog(host.index, host.settings);
  if (picked === 'left') return null;
  return picked === 'none' ? askForFile() : picked;
}

async function isLogToFit({ index, panels }: CommandsHost, uri: vscode.Uri): Promise<boolean> {
  // What is known to be a log is shown at once: the panel looks at the file again by itself.
  if (panels.activeUri()?.toString() === uri.toString() || isLog(index.look(uri.toString()))) return true;
  return isCandidate(uri.path) && (await index.recognise(uri.toString(), 'now')) !== null;
}

async function askForFile(): Promise<vscode.Uri | null> {
  const choose = vscode.l10n.t('Choose a File…');
  if ((await vscode.window.showInformationMessage(noLog(), choose)) !== choose) return null;
  const chosen = await vscode.window.showOpenDialog({ openLabel: vscode.l10n.t('Fit') });
  return chosen?.at(0) ?? null;
}

function noLog(): string {
  return vscode.l10n.t(
    'No GRPO reward log was found in this workspace. Logs are recognised by what is in them: a trainer_state.json of Hugging Face TRL, JSON lines with a reward in each, or a CSV or TSV table with a reward column.',
  );
}
