import * as vscode from 'vscode';
import { registerFitLogTool } from './agent/fitLogTool';
import { ActiveFile } from './activeFile';
import { Calm } from './calm';
import { registerCodeLens } from './codeLens';
import { registerCommands } from './commands';
import { registerComparisons } from './compare/registerComparisons';
import { registerContextKeys } from './contextKeys';
import { registerDecorations } from './decorations';
import { FileChoices } from './fileChoices';
import { LogFiles } from './logFiles';
import { logHost } from './logHost';
import { LogIndex } from './logIndex';
import { registerLogEditors } from './panel/logEditor';
import { LogPanels } from './panel/logPanels';
import { PanelMemory } from './panel/panelMemory';
import { speak } from '../platform/speak';
import { PANEL_TYPE } from './panel/viewTypes';
import { startEngine } from './startEngine';
import { registerFindingFixes } from './problems/findingFixes';
import { registerFindingHover } from './problems/findingHover';
import { MutedModes } from './problems/mutedModes';
import { registerProblems } from './problems/problems';
import { registerOutdated } from './outdated';
import { RunsView } from './runs/runsView';
import { Settings } from './settings';
import { LogStatus } from './statusBar';
import { registerVerdictWatch } from './verdictWatch';
import { LogWatcher } from './watchLogs';

/** Wires the features; each is a file of its own. Nothing is read before VS Code or a person asks. */
export function activate(context: vscode.ExtensionContext): void {
  speak(vscode.l10n.bundle);
  const channel = vscode.window.createOutputChannel('GRPO Dynamics', { log: true });
  const calm = new Calm(channel);
  const { extensionUri, workspaceState } = context;
  const runner = startEngine(extensionUri, vscode.l10n.bundle, (text) => calm.note(text));
  const settings = new Settings();
  const files = new LogFiles();
  const onError = (error: unknown): void => calm.log(error);
  const choices = new FileChoices(workspaceState, onError);
  const muted = new MutedModes(workspaceState, onError, (key) => settings.mutedModes(key));
  const host = logHost({ runner, files, settings, choices, calm });
  const index = new LogIndex(host);
  const watcher = new LogWatcher(index);
  const memory = new PanelMemory(workspaceState, onError);
  const panels = new LogPanels({ extensionUri, index, watcher, calm, memory, choices, muted });
  const active = new ActiveFile(panels);
  const status = new LogStatus(index, active);
  const problems = registerProblems(index, muted);
  context.subscriptions.push(
    ...[channel, runner, settings, watcher, panels, active, status],
    registerOutdated(index, { settings, choices, muted }, (problem) => calm.note(`setting: ${problem}`)),
    registerVerdictWatch(index, calm),
    registerContextKeys(index, onError),
    registerDecorations(index),
    registerCodeLens(index),
    problems.registration,
    registerFindingHover(problems),
    registerFindingFixes(problems, index, muted),
    registerCommands({ index, panels, active, calm, channel, muted, settings, choices }),
    registerComparisons({ host, extensionUri, index, watcher, panels, calm, settings, active }),
    registerLogEditors(panels),
    registerFitLogTool(index),
    new RunsView({ index, files, settings, panels, calm, memory: workspaceState }),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, panels),
  );
  void status.follow();
}
