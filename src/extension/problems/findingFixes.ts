import * as vscode from 'vscode';
import type { FailureMode, Report } from '../../report/report';
import { CANDIDATE_GLOB } from '../candidateFiles';
import type { LogIndex } from '../logIndex';
import { configPlace } from './configPlace';
import { MUTE_COMMAND, OPEN_AT_STEP_COMMAND } from './fixCommands';
import { MODE_LABELS } from '../../report/findingsInWords';
import type { MutedModes } from './mutedModes';
import type { ProblemEntry } from './problemEntries';
import { PROBLEM_SOURCE, type Problems } from './problems';

/** The configuration that each failure mode's advice moves. */
const CONFIG_OF_MODE: Readonly<Record<FailureMode, readonly string[]>> = {
  'reward-hacking': ['klCoefficient'],
  'advantage-degeneracy': ['groupSize'],
  'policy-concentration': ['clipEpsilon', 'klCoefficient'],
  'dynamical-instability': ['refreshInterval', 'learningRate', 'beta1'],
};

/** Quick fixes on an entry: the panel at that step, the configuration that the advice moves, silence for this file. */
export function registerFindingFixes(
  problems: Problems,
  index: LogIndex,
  muted: MutedModes,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: CANDIDATE_GLOB },
    {
      provideCodeActions({ uri }, range) {
        const key = uri.toString();
        const view = index.look(key);
        const reports = view.kind === 'analysed' ? view.reports : [];
        return problems
          .of(key)
          .filter(({ line }) => line >= range.start.line && line <= range.end.line)
          .flatMap((entry) => [...fixesOf(uri, entry, reports), muteFix(uri, entry, muted)]);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function fixesOf(uri: vscode.Uri, entry: ProblemEntry, reports: readonly Report[]): vscode.CodeAction[] {
  const { mode, step, run } = entry;
  const name = MODE_LABELS[mode];
  const report = reports.find(({ source }) => source.run === run);
  return [
    action(uri, entry, showTitle(name, step), { command: OPEN_AT_STEP_COMMAND, arguments: [uri, run, step] }),
    ...(report === undefined ? [] : configFixes(uri, entry, report)),
  ];
}

function showTitle(name: string, step: number | null): string {
  return step === null
    ? vscode.l10n.t('Show {0} in the panel', name)
    : vscode.l10n.t('Show {0} in the panel at step {1}', name, step);
}

/** What a setting silences, only the setting lets speak. */
function muteFix(uri: vscode.Uri, entry: ProblemEntry, muted: MutedModes): vscode.CodeAction {
  const { mode, isMuted } = entry;
  const name = MODE_LABELS[mode];
  if (muted.isBySetting(uri.toString(), mode))
    return action(uri, entry, vscode.l10n.t('Open the setting that silences {0}', name), {
      command: 'workbench.action.openSettings',
      arguments: ['grpoDynamics.mutedModes'],
    });
  const title = isMuted
    ? vscode.l10n.t('Let {0} speak again for this file', name)
    : vscode.l10n.t('Silence {0} for this file', name);
  return action(uri, entry, title, { command: MUTE_COMMAND, arguments: [uri, mode, !isMuted] });
}

function configFixes(uri: vscode.Uri, entry: ProblemEntry, { config }: Report): vscode.CodeAction[] {
  return CONFIG_OF_MODE[entry.mode].flatMap((name) => {
    const place = Object.hasOwn(config, name) ? configPlace(config[name].from) : null;
    if (place === null) return [];
    const file = vscode.Uri.joinPath(uri, '..', place.file);
    const target = new vscode.Range(place.line - 1, 0, place.line - 1, 0);
    return [
      action(uri, entry, vscode.l10n.t('Open {0} at {1}', place.file, place.key || name), {
        command: 'vscode.open',
        arguments: [file, { selection: target }],
      }),
    ];
  });
}

function action(
  uri: vscode.Uri,
  entry: ProblemEntry,
  title: string,
  command: Pick<vscode.Command, 'command' | 'arguments'>,
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { title, ...command };
  fix.diagnostics = vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code, range }) =>
        source === PROBLEM_SOURCE && code === entry.mode && range.start.line === entry.line,
    );
  return fix;
}
