import * as vscode from 'vscode';
import type { LogIndex } from '../logIndex';
import type { MutedModes } from './mutedModes';
import { problemEntries, type ProblemEntry } from './problemEntries';

/** What the entries of the Problems view name as their source. */
export const PROBLEM_SOURCE = 'grpo-dynamics';

/** An entry reaches to the end of its line; VS Code cuts it there. */
const LINE_END = 10_000;

/** What stands in the Problems view, for hovers and quick fixes. */
export interface Problems {
  /** Entries of a file, as they stand there. */
  readonly of: (key: string) => readonly ProblemEntry[];
  /** Ends them all. */
  readonly registration: vscode.Disposable;
}

/**
 * Entries in the Problems view on the line where a failure starts. They are set by URI, so that files too large for a
 * text document have them too; they come and go with the file and stay while a changed file is read again.
 */
export function registerProblems(index: LogIndex, muted: MutedModes): Problems {
  const collection = vscode.languages.createDiagnosticCollection(PROBLEM_SOURCE);
  const shown = new Map<string, readonly ProblemEntry[]>();
  const update = (key: string): void => {
    const view = index.look(key);
    // A log that cannot be read right now keeps its entries; a file that is no log any more does not.
    if (view.kind === 'reading' || (view.kind === 'failed' && view.recognition !== null)) return;
    const entries = view.kind === 'analysed' ? problemEntries(view.reports, muted.of(key)) : [];
    shown.set(key, entries);
    if (entries.length === 0) shown.delete(key);
    collection.set(vscode.Uri.parse(key), entries.map(diagnosticOf));
  };
  const registration = vscode.Disposable.from(
    collection,
    index.onDidChange(update),
    muted.onDidChange(update),
  );
  return { of: (key) => shown.get(key) ?? [], registration };
}

const SEVERITY: Readonly<Record<ProblemEntry['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

function diagnosticOf({ line, character, message, severity, mode }: ProblemEntry): vscode.Diagnostic {
  const range = new vscode.Range(line, character, line, character + LINE_END);
  const diagnostic = new vscode.Diagnostic(range, message, SEVERITY[severity]);
  diagnostic.source = PROBLEM_SOURCE;
  diagnostic.code = mode;
  return diagnostic;
}
