import * as vscode from 'vscode';
import type { LogIndex } from '../logIndex';
import type { LogView } from '../logView';
import { reportText } from './reportText';
import { readToolInput } from './toolInput';
import { FIT_LOG_TOOL } from './toolName';
import { workspaceFile } from './workspaceFile';

/** Gives a language model the Report of a log of the workspace. It reads, and changes nothing. */
class FitLogTool implements vscode.LanguageModelTool<unknown> {
  readonly #index: LogIndex;

  constructor(index: LogIndex) {
    this.#index = index;
  }

  prepareInvocation({
    input,
  }: vscode.LanguageModelToolInvocationPrepareOptions<unknown>): vscode.PreparedToolInvocation {
    const file = readToolInput(input)?.filePath ?? '';
    return {
      invocationMessage: vscode.l10n.t('Fitting {0}', file),
      confirmationMessages: {
        title: vscode.l10n.t('Fit a reward log'),
        message: vscode.l10n.t(
          'Read {0} and give the model what its curve means? The file is read on this computer and not changed; the model sees the Report, not the rows.',
          file,
        ),
      },
    };
  }

  async invoke({
    input,
  }: vscode.LanguageModelToolInvocationOptions<unknown>): Promise<vscode.LanguageModelToolResult> {
    const wanted = readToolInput(input);
    if (wanted === null) throw new Error('give filePath, the path of a reward log in the workspace');
    const uri = await workspaceFile(wanted.filePath);
    if (uri === null)
      throw new Error(`there is no file ${wanted.filePath} in the workspace; no other is read`);
    const view = await this.#index.analyse(uri.toString(), { urgency: 'now', evenIfNoLog: true });
    const text = textOf(view, wanted.run);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }
}

function textOf(view: LogView, run: string | undefined): string {
  if (view.kind === 'analysed') return reportText(view.reports, run);
  if (view.kind === 'failed') throw new Error(`${view.failure.reason}; ${view.failure.remedy}`);
  throw new Error('the file has gone');
}

/** Offers the tool where this VS Code has language models; forks and older ones may have none. */
export function registerFitLogTool(index: LogIndex): vscode.Disposable {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  return lm?.registerTool?.(FIT_LOG_TOOL, new FitLogTool(index)) ?? new vscode.Disposable(() => undefined);
}
