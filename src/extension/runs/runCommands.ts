import * as vscode from 'vscode';
import type { Calm } from '../calm';
import {
  CLEAR_RUN_FILTER_COMMAND,
  COMPARE_COMMAND,
  COMPARE_SELECTED_COMMAND,
  FILTER_RUNS_COMMAND,
  OPEN_RUN_LOG_COMMAND,
  OPEN_SIDE_BY_SIDE_COMMAND,
  REFRESH_RUNS_COMMAND,
  REVEAL_RUN_COMMAND,
  SORT_BY_RECENCY_COMMAND,
  SORT_BY_SEVERITY_COMMAND,
  STOP_SCAN_COMMAND,
} from '../commandNames';
import type { LogPanels } from '../panel/logPanels';
import { askForFilter } from './askForFilter';
import { isRunNode } from './runNode';
import type { RunOrder } from './runOrder';

/** More panels than this in one row are too narrow to be read. */
const MOST_SIDE_BY_SIDE = 4;

/** What the commands of the view act on. */
export interface RunCommandsHost {
  readonly panels: LogPanels;
  readonly calm: Calm;
  look(): void;
  stop(): void;
  sortBy(order: RunOrder): void;
  filter(): string;
  filterBy(filter: string): void;
  selection(): readonly unknown[];
}

/** Registers what the view's title, its rows and their menus run. */
export function registerRunCommands(host: RunCommandsHost): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const { calm, panels } = host;
  return vscode.Disposable.from(
    register(REFRESH_RUNS_COMMAND, () => host.look()),
    register(STOP_SCAN_COMMAND, () => host.stop()),
    register(SORT_BY_SEVERITY_COMMAND, () => host.sortBy('severity')),
    register(SORT_BY_RECENCY_COMMAND, () => host.sortBy('recency')),
    register(FILTER_RUNS_COMMAND, () => askForFilter(host.filter(), (filter) => host.filterBy(filter))),
    register(CLEAR_RUN_FILTER_COMMAND, () => host.filterBy('')),
    register(OPEN_RUN_LOG_COMMAND, (...chosen: readonly unknown[]) => {
      for (const uri of urisOf(host, chosen).slice(0, 1))
        calm.guard(vscode.l10n.t('open the log'), async () => {
          await vscode.commands.executeCommand('vscode.open', uri);
        });
    }),
    register(REVEAL_RUN_COMMAND, (...chosen: readonly unknown[]) => {
      for (const uri of urisOf(host, chosen).slice(0, 1))
        calm.guard(vscode.l10n.t('reveal the log'), async () => {
          await vscode.commands.executeCommand('revealInExplorer', uri);
        });
    }),
    register(COMPARE_SELECTED_COMMAND, () =>
      calm.guard(vscode.l10n.t('compare the runs'), async () => {
        const selected = host.selection().filter(isRunNode);
        await vscode.commands.executeCommand(COMPARE_COMMAND, selected.at(0), selected);
      }),
    ),
    register(OPEN_SIDE_BY_SIDE_COMMAND, (...chosen: readonly unknown[]) =>
      panels.showSideBySide(urisOf(host, chosen).slice(0, MOST_SIDE_BY_SIDE)),
    ),
  );
}

/** The logs a command was run on: the rows VS Code names (the one, then all that are selected), else the selection. */
function urisOf(host: RunCommandsHost, [one, all]: readonly unknown[]): readonly vscode.Uri[] {
  const rows = Array.isArray(all) ? (all as readonly unknown[]) : isRunNode(one) ? [one] : host.selection();
  const keys = rows.filter(isRunNode).map(({ entry }) => entry.key);
  return [...new Set(keys)].map((key) => vscode.Uri.parse(key));
}
