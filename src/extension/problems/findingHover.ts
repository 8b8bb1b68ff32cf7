import * as vscode from 'vscode';
import { MODE_LABELS } from '../../report/findingsInWords';
import type { Evidence } from '../../report/report';
import { CANDIDATE_GLOB } from '../candidateFiles';
import { evidenceInWords, evidenceOn, type ProblemEntry } from './problemEntries';
import type { Problems } from './problems';

/** A key of a log, as it stands in JSON, CSV or console text. */
const KEY = /[^\s"',:;=|{}[\]()]+/;

/**
 * A hover on the line where a failure starts: what was seen, number by number, and what to try. On the name of a metric that
 * is part of the evidence, what was seen of that metric.
 */
export function registerFindingHover(problems: Problems): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: CANDIDATE_GLOB },
    {
      provideHover(document, position) {
        const here = problems.of(document.uri.toString()).filter(({ line }) => line === position.line);
        if (here.length === 0) return undefined;
        const range = document.getWordRangeAtPosition(position, KEY);
        const metric = range === undefined ? '' : document.getText(range);
        const told = here.filter((entry) => evidenceOn(entry, metric).length > 0);
        if (told.length === 0) return new vscode.Hover(here.map(allOf));
        return new vscode.Hover(
          told.map((entry) => listed(entry, evidenceOn(entry, metric))),
          range,
        );
      },
    },
  );
}

function allOf(entry: ProblemEntry): vscode.MarkdownString {
  const markdown = listed(entry, entry.finding.evidence);
  for (const advice of entry.finding.advice)
    markdown.appendText('\n').appendMarkdown('→ ').appendText(advice);
  return markdown;
}

/** The message itself is shown by VS Code above; text of the log goes in as text, never as markup. */
function listed({ mode }: ProblemEntry, evidence: readonly Evidence[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendText(vscode.l10n.t('{0}, the evidence:', MODE_LABELS[mode]));
  for (const item of evidence)
    markdown.appendText('\n').appendMarkdown('- ').appendText(evidenceInWords(item));
  return markdown;
}
