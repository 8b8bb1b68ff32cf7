import * as vscode from 'vscode';
import { ActiveFile } from './activeFile';
import { Calm } from './calm';
import { registerCodeLens } from './codeLens';
import { registerCommands } from './commands';
import { registerContextKeys } from './contextKeys';
import { registerDecorations } from './decorations';
import { LogFiles } from './logFiles';
import { LogIndex } from './logIndex';
import { registerLogEditors } from './panel/logEditor';
import { LogPanels, PANEL_TYPE } from './panel/logPanels';
import { PanelMemory } from './panel/panelMemory';
import { startEngine } from './startEngine';
import { registerFindingFixes } from './problems/findingFixes';
import { registerFindingHover } from './problems/findingHover';
import { MutedModes } from './problems/mutedModes';
import { registerProblems } from './problems/problems';
import { LogStatus } from './statusBar';
import { LogWatcher } from './watchLogs';

/** Wires the features; each is a file of its own. Nothing is read before VS Code or a person asks. */
export function activate(context: vscode.ExtensionContext): void {
  const channel = vscode.window.createOutputChannel('GRPO Dynamics', { log: true });
  const calm = new Calm(channel);
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist').fsPath;
  const runner = startEngine(dist, (text) => calm.note(text));
  const files = new LogFiles();
  const index = new LogIndex({
    runner,
    stat: (key) => files.stat(key),
    source: (key) => files.source(key),
    log: (detail) => calm.note(detail),
  });
  const watcher = new LogWatcher(index);
  const memory = new PanelMemory(context.workspaceState, (error) => calm.log(error));
  const panels = new LogPanels({ extensionUri: context.extensionUri, index, watcher, calm, memory });
  const active = new ActiveFile(panels);
  const status = new LogStatus(index, active);
  const muted = new MutedModes(context.workspaceState, (error) => calm.log(error));
  const problems = registerProblems(index, muted);
  context.subscriptions.push(
    channel,
    runner,
    watcher,
    panels,
    active,
    status,
    registerContextKeys(index, (error) => calm.log(error)),
    registerDecorations(index),
    registerCodeLens(index),
    problems.registration,
    registerFindingHover(problems),
    registerFindingFixes(problems, index),
    registerCommands({ index, panels, active, calm, channel, muted }),
    registerLogEditors(panels),
    vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, panels),
  );
  void status.follow();
}
