import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, until } from '../support';

const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'grpo-dynamics');

describe('a failure in the Problems view', () => {
  before(activated);
  afterEach(closeAll);

  const uri = (): vscode.Uri => inWorkspace('degenerate-groups', 'metrics.csv');
  const shown = async (): Promise<vscode.Diagnostic> => {
    await vscode.window.showTextDocument(uri());
    const [first] = await until(
      'the entries',
      () => ours(uri()),
      (entries) => entries.length > 0,
    );
    return first;
  };

  it('stands on a line of the log, with its mode as code', async () => {
    const { code, range, message } = await shown();
    assert.equal(code, 'advantage-degeneracy');
    assert.ok(range.start.line > 0);
    assert.match(message, /^advantage degeneracy: /);
  });

  it('has the evidence in a hover on that line', async () => {
    const { range } = await shown();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri(),
      range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
      .join('\n');
    assert.match(text, /evidence/);
  });

  it('offers the panel and silence; silenced, it stays listed as muted', async () => {
    const { range } = await shown();
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri(),
      range,
    );
    const titles = fixes.map(({ title }) => title);
    assert.ok(
      titles.some((title) => /in the panel/.test(title)),
      titles.join(),
    );
    const silence = fixes.find(({ title }) => /^Silence/.test(title));
    assert.ok(silence?.command);
    const { command, arguments: args = [] } = silence.command;
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    await until(
      'the mute',
      () => ours(uri())[0].message,
      (message) => message.startsWith('(muted)'),
    );
    await vscode.commands.executeCommand('grpoDynamics.muteMode', uri(), 'advantage-degeneracy', false);
    await until(
      'the entry',
      () => ours(uri())[0].severity,
      (level) => level < vscode.DiagnosticSeverity.Information,
    );
  });
});
