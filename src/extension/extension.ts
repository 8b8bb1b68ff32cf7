import * as vscode from 'vscode';
import type { JobRunner } from '../platform/engineClient';
import { registerFitLogTool } from './agent/fitLogTool';
import { ActiveFile } from './activeFile';
import { Calm } from './calm';
import { registerCodeLens } from './codeLens';
import { registerCommands } from './commands';
import { registerContextKeys } from './contextKeys';
import { registerDecorations } from './decorations';
import { LogFiles } from './logFiles';
import { LogIndex } from './logIndex';
import type { LogIndexHost } from './logIndexHost';
import { registerLogEditors } from './panel/logEditor';
import { LogPanels, PANEL_TYPE } from './panel/logPanels';
import { PanelMemory } from './panel/panelMemory';
import { startEngine } from './startEngine';
import { registerFindingFixes } from './problems/findingFixes';
import { registerFindingHover } from './problems/findingHover';
import { MutedModes } from './problems/mutedModes';
import { registerProblems } from './problems/problems';
import { registerOutdated } from './outdated';
import { RunsView } from './runs/runsView';
import { Settings } from './settings';
import { LogStatus } from './statusBar';
import { LogWatcher } from './watchLogs';

/** Wires the features; each is a file of its own. Nothing is read before VS Code or a person asks. */
export function activate(context: vscode.ExtensionContext): void {
  const channel = vscode.window.createOutputChannel('GRPO Dynamics', { log: true });
  const calm = new Calm(channel);
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const runner = startEngine(dist, (text) => calm.note(text));
  const settings = new Settings();
  const files = new LogFiles();
  const index = new LogIndex(indexHost(runner, files, settings, calm));
  const watcher = new LogWatcher(index);
  const outdated = registerOutdated(index, settings, (problem) => calm.note(`setting: ${problem}`));
  const memory = new PanelMemory(context.workspaceState, (error) => calm.log(error));
  const panels = new LogPanels({ extensionUri: context.extensionUri, index, watcher, calm, memory });
  const active = new ActiveFile(panels);
  const status = new LogStatus(index, active);
  const muted = new MutedModes(context.workspaceState, (error) => calm.log(error));
  const problems = registerProblems(index, muted);
  context.subscriptions.push(
    channel,
    runner,
    settings,
    watcher,
    outdated,
    panels,
    active,
    status,
    registerContextKeys(index, (error) => calm.log(error)),
    registerDecorations(index),
    registerCodeLens(index),
    problems.registration,
    registerFindingHover(problems),
    registerFindingFixes(problems, index),
    registerCommands({ index, panels, active, calm, channel, muted, settings }),
    registerLogEditors(panels),
    registerFitLogTool(index),
    new RunsView({ index, files, settings, panels, calm, memory: context.workspaceState }),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, panels),
  );
  void status.follow();
}

function indexHost(runner: JobRunner, files: LogFiles, settings: Settings, calm: Calm): LogIndexHost {
  return {
    runner,
    stat: (key) => files.stat(key),
    source: (key) => files.source(key),
    settings: (key) => settings.of(key),
    log: (detail) => calm.note(detail),
  };
}
