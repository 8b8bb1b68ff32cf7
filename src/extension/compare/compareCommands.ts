import * as vscode from 'vscode';
import type { RunRef } from '../../compareProtocol';
import type { Calm } from '../calm';
import { COMPARE_COMMAND } from '../commandNames';
import type { LogIndex } from '../logIndex';
import type { Settings } from '../settings';
import { chosenRuns } from './chosenRuns';
import type { ComparePanels } from './comparePanels';
import { COMPARE_WITH_COMMAND } from './compareWith';
import { loadComparing } from './loadComparing';

/** What the commands need. */
export interface CompareCommandsHost {
  readonly index: LogIndex;
  readonly settings: Settings;
  readonly panels: ComparePanels;
  readonly calm: Calm;
  /** The log of the panel or editor that has the focus. */
  readonly active: () => vscode.Uri | null;
}

/** Registers what compares runs: of the rows or files that are selected, or of what a person ticks in a list. */
export function registerCompareCommands(host: CompareCommandsHost): vscode.Disposable {
  const { calm } = host;
  const what = vscode.l10n.t('compare the runs');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMPARE_COMMAND, (...chosen: readonly unknown[]) =>
      calm.guard(what, () => compare(host, chosenRuns(chosen))),
    ),
    vscode.commands.registerCommand(COMPARE_WITH_COMMAND, (uri: unknown, run: unknown) => {
      if (uri instanceof vscode.Uri)
        calm.guard(what, () =>
          ask(host, [{ uri: uri.toString(), run: typeof run === 'string' ? run : null }]),
        );
    }),
  );
}

async function compare(host: CompareCommandsHost, refs: readonly RunRef[]): Promise<void> {
  if (refs.length > 1 || (await isSeveral(host, refs))) host.panels.show(refs);
  else if (refs.length === 1) await ask(host, refs);
  else await ask(host, activeRun(host));
}

/** One log of several runs is enough for a comparison. */
async function isSeveral({ index }: CompareCommandsHost, refs: readonly RunRef[]): Promise<boolean> {
  const only = refs.find(({ run }) => run === null);
  if (only === undefined) return false;
  const view = await index.analyse(only.uri, { urgency: 'now', evenIfNoLog: true });
  return view.kind === 'analysed' && view.reports.length > 1;
}

function activeRun({ index, active }: CompareCommandsHost): RunRef[] {
  const uri = active()?.toString();
  return uri !== undefined && index.look(uri).kind === 'analysed' ? [{ uri, run: null }] : [];
}

async function ask(
  { index, settings, panels }: CompareCommandsHost,
  ticked: readonly RunRef[],
): Promise<void> {
  const refs = await loadComparing().pickRuns(index, settings, ticked);
  if (refs !== null) panels.show(refs);
}
