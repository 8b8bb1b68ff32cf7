import * as vscode from 'vscode';
import { CANDIDATE_GLOB } from '../candidateFiles';
import { evidenceInWords, type ProblemEntry } from './problemEntries';
import type { Problems } from './problems';

/** A hover on the line where a failure starts: what was seen, number by number, and what to try. */
export function registerFindingHover(problems: Problems): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: CANDIDATE_GLOB },
    {
      provideHover({ uri }, position) {
        const here = problems.of(uri.toString()).filter(({ line }) => line === position.line);
        return here.length === 0 ? undefined : new vscode.Hover(here.map(evidenceOf));
      },
    },
  );
}

/** The message itself is shown by VS Code above; text of the log goes in as text, never as markup. */
function evidenceOf({ finding, mode }: ProblemEntry): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendText(`${mode.replaceAll('-', ' ')}, the evidence:`);
  for (const item of finding.evidence)
    markdown.appendText('\n').appendMarkdown('- ').appendText(evidenceInWords(item));
  for (const advice of finding.advice) markdown.appendText('\n').appendMarkdown('→ ').appendText(advice);
  return markdown;
}
