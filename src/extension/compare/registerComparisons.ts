import * as vscode from 'vscode';
import type { ActiveFile } from '../activeFile';
import { calmFailureOf } from '../calmFailure';
import type { LogIndexHost } from '../logIndexHost';
import { COMPARE_TYPE } from '../panel/viewTypes';
import type { Settings } from '../settings';
import { registerCompareCommands } from './compareCommands';
import type { ComparePanelHost } from './comparePanel';
import { ComparePanels } from './comparePanels';
import { registerConfigDocuments } from './configDocument';
import { LogComparer } from './logComparer';

/** What comparisons stand on. */
export interface ComparisonsHost extends Omit<ComparePanelHost, 'comparer' | 'explain'> {
  readonly host: LogIndexHost;
  readonly extensionUri: vscode.Uri;
  readonly settings: Settings;
  readonly active: ActiveFile;
}

/** Wires the comparison of runs: commands, panels, and the documents of its settings. */
export function registerComparisons({
  host,
  settings,
  active,
  ...others
}: ComparisonsHost): vscode.Disposable {
  const comparer = new LogComparer(host);
  const comparisons = new ComparePanels({ ...others, comparer, explain: calmFailureOf });
  const { index, calm } = others;
  return vscode.Disposable.from(
    comparisons,
    registerCompareCommands({ index, settings, panels: comparisons, calm, active: () => active.uri() }),
    registerConfigDocuments(),
    vscode.window.registerWebviewPanelSerializer(COMPARE_TYPE, comparisons),
  );
}
