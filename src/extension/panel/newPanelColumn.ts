import * as vscode from 'vscode';
import { panelColumn } from './panelColumn';
import { COMPARE_TYPE, PANEL_TYPE } from './viewTypes';

/** The column of a new panel in the window as it is. Panels that a reload has not brought back yet count too. */
export function newPanelColumn(): vscode.ViewColumn {
  const columns = vscode.window.tabGroups.all.map(({ viewColumn, isActive, tabs }) => ({
    column: viewColumn,
    isActive,
    holdsPanel: tabs.some(({ input }) => input instanceof vscode.TabInputWebview && isPanel(input)),
  }));
  const column = panelColumn(columns, vscode.window.activeTextEditor !== undefined);
  if (column === 'beside') return vscode.ViewColumn.Beside;
  return column === 'active' ? vscode.ViewColumn.Active : column;
}

/** VS Code puts a prefix of its own before the view type. */
function isPanel({ viewType }: vscode.TabInputWebview): boolean {
  return viewType.endsWith(PANEL_TYPE) || viewType.endsWith(COMPARE_TYPE);
}
