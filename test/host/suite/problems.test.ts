import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, until } from '../support';

const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'grpo-dynamics');

async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((part) => (part instanceof vscode.MarkdownString ? part.value : ''))
    .join('\n');
}

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
    assert.match(await hoverText(uri(), range.start), /evidence/);
  });

  it('goes with the file, has the metric’s own numbers on its name, and opens the setting that the advice moves', async () => {
    const folder = inWorkspace('problems-come-and-go');
    const log = vscode.Uri.joinPath(folder, 'metrics.jsonl');
    const source = inWorkspace('hacked-proxy', 'metrics.jsonl');
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'config.yaml'),
      Buffer.from('learning_rate: 0.5\nbeta: 0.01\n'),
    );
    await vscode.workspace.fs.copy(source, log);
    const document = await vscode.workspace.openTextDocument(log);
    await vscode.window.showTextDocument(document);
    const [{ code, range }] = await until(
      'the entries of a new file',
      () => ours(log),
      (entries) => entries.length > 0,
    );
    assert.equal(code, 'reward-hacking');
    const { text } = document.lineAt(range.start.line);
    const name = range.start.with({ character: text.indexOf('"reward"') + 2 });
    const shown = await hoverText(log, name);
    assert.deepEqual(shown.match(/^- [^&]+/gm), ['- reward'], shown);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      log,
      range,
    );
    assert.ok(
      fixes.some(({ title }) => /config\.yaml/.test(title)),
      fixes.map(({ title }) => title).join(),
    );
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until(
      'no entries of a deleted file',
      () => ours(log),
      (entries) => entries.length === 0,
    );
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
