import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, lensOf, until } from '../support';

const ROWS = Array.from({ length: 60 }, (_, i) =>
  JSON.stringify({ step: i + 1, reward: 0.8 - 0.6 * Math.exp(-i / 12), score: 0.1 + (i % 7) / 50 }),
).join('\n');

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The summary of a log as the command copies it, once it satisfies. */
function summaryOf(uri: vscode.Uri, passes: (text: string) => boolean): Promise<string> {
  return until(
    'the summary',
    async () => {
      await vscode.commands.executeCommand('grpoDynamics.copySummary', uri);
      return vscode.env.clipboard.readText();
    },
    (text) => text.includes(uri.path.slice(uri.path.lastIndexOf('/'))) && passes(text),
  );
}

const set = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('grpoDynamics').update(name, value, vscode.ConfigurationTarget.Workspace);

const readsFrom = (key: string) => (text: string) => new RegExp(`reward: ${key}\\b`).test(text);

/** Asks for the reward column, and takes the entry below the first as a person does with the keyboard. */
async function chooseNext(uri: vscode.Uri): Promise<void> {
  let isDone = false;
  const done = (): void => void (isDone = true);
  vscode.commands.executeCommand('grpoDynamics.selectReward', uri).then(done, done);
  await until(
    'the list',
    async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    },
    (closed) => closed,
  );
}

describe('what a person says about a log', () => {
  const log = inWorkspace('said', 'log.jsonl');
  const file = inWorkspace('said', 'grpo-dynamics.json');
  before(async () => {
    await activated();
    await write(log, ROWS);
  });
  afterEach(closeAll);

  it('in a setting is heard at once, and goes with it', async () => {
    await summaryOf(log, readsFrom('reward'));
    await set('metric', 'score');
    await summaryOf(log, readsFrom('score'));
    await set('metric', undefined);
    await summaryOf(log, readsFrom('reward'));
  });

  it('in grpo-dynamics.json beside it goes before the setting, as soon as it is saved', async () => {
    await set('metric', 'reward');
    await write(file, '{ "metric": "score" }');
    await summaryOf(log, readsFrom('score'));
    await vscode.workspace.fs.delete(file);
    await summaryOf(log, readsFrom('reward'));
    await set('metric', undefined);
  });

  it('by choosing a column goes before both, and is remembered', async () => {
    // The keys may come before the list does and take its first entry: then it is asked again.
    await until(
      'the choice',
      async () => {
        await chooseNext(log);
        await vscode.commands.executeCommand('grpoDynamics.copySummary', log);
        return vscode.env.clipboard.readText();
      },
      readsFrom('score'),
    );
    await closeAll();
    await summaryOf(log, readsFrom('score'));
  });

  it('by excluding it takes the lens away', async () => {
    const plain = inWorkspace('said', 'more', 'log.jsonl');
    await write(plain, ROWS);
    await vscode.window.showTextDocument(plain);
    const lens = (): Promise<string | null> => lensOf(plain);
    await until('the lens', lens, (line) => line !== null);
    await set('exclude', ['**/more/**']);
    await until('no lens', lens, (line) => line === null);
    await set('exclude', undefined);
    await until('the lens again', lens, (line) => line !== null);
  });

  it('in a mute is kept to, and the mode stays listed', async () => {
    const degenerate = inWorkspace('degenerate-groups', 'metrics.csv');
    await set('mutedModes', ['advantage-degeneracy']);
    await summaryOf(degenerate, (text) => /advantage degeneracy[^\n]*\(muted\)/.test(text));
    await set('mutedModes', undefined);
    await summaryOf(degenerate, (text) => text.includes('advantage degeneracy') && !text.includes('(muted)'));
  });
});

describe('the configuration beside a log', () => {
  before(activated);
  after(closeAll);

  it('is opened at its line by the quick fix of a failure that it could mend', async () => {
    const log = inWorkspace('configured', 'metrics.csv');
    await vscode.workspace.fs.copy(inWorkspace('degenerate-groups', 'metrics.csv'), log, { overwrite: true });
    await write(inWorkspace('configured', 'args.json'), '{\n  "beta": 0,\n  "num_generations": 8\n}\n');
    await vscode.window.showTextDocument(log);
    const entries = await until(
      'the entries',
      () => vscode.languages.getDiagnostics(log).filter(({ source }) => source === 'grpo-dynamics'),
      (all) => all.length > 0,
    );
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      log,
      entries[0].range,
    );
    const fix = fixes.find(({ title }) => title === 'Open args.json at num_generations');
    assert.ok(fix?.command, fixes.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments as unknown[]));
    const editor = await until(
      'the configuration',
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.path.endsWith('args.json') === true,
    );
    assert.equal(editor?.selection.active.line, 2);
  });
});
