import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import * as vscode from 'vscode';
import { LogFiles } from '../../../src/extension/logFiles';
import { LogIndex } from '../../../src/extension/logIndex';
import type { LogView } from '../../../src/extension/logView';
import { startEngine } from '../../../src/extension/startEngine';
import {
  activated,
  closeAll,
  inWorkspace,
  openUntil,
  panelLabels,
  risingLog,
  until,
  write,
} from '../support';

const NAMED = { urgency: 'now', series: true, evenIfNoLog: true } as const;

/** Name, content, and what becomes of it: the state of a Report, or the kind of the failure. */
const BAD: readonly (readonly [string, () => string, string])[] = [
  ['empty.jsonl', () => '', 'empty'],
  ['noise.json', () => '\u0000\u0001\u0002'.repeat(2000), 'binary'],
  ['brackets.json', () => '['.repeat(200_000), 'not-a-log'],
  ['no-reward.csv', () => 'step,loss\n1,0.5\n2,0.4\n', 'no-reward'],
  ['not-finite.jsonl', () => '{"step": 1, "reward": NaN}\n{"step": 2, "reward": Infinity}\n', 'no-reward'],
  ['long-line.jsonl', () => `{"step": 1, "reward": 0.5, "text": "${'x'.repeat(50e6)}"}\n`, 'not-a-log'],
  ['half.json', () => '{"log_history": [{"step": 1, "reward": 0.1}, {"step": 2, "rew', 'too-early'],
  ['one-row.jsonl', () => '{"step": 1, "reward": 0.25}\n', 'too-early'],
  ['constant.jsonl', () => '{"reward": 1}\n'.repeat(50), 'no-trend'],
];

function wordOf(view: LogView): string {
  if (view.kind === 'analysed') return view.reports[0].interpretation.state;
  return view.kind === 'failed' ? view.failure.kind : view.kind;
}

describe('bad files', () => {
  let index: LogIndex;
  const notes: string[] = [];
  const subscriptions: vscode.Disposable[] = [];

  before(async () => {
    const { extensionUri } = await activated();
    const files = new LogFiles();
    const runner = startEngine(extensionUri, undefined, (note) => notes.push(note));
    subscriptions.push(new vscode.Disposable(() => runner.dispose()));
    index = new LogIndex({
      runner,
      stat: (key) => files.stat(key),
      source: (key) => files.source(key),
      settings: () => ({ options: {}, backgroundLimitBytes: 1e9, isLive: true, isExcluded: false }),
      log: () => undefined,
    });
  });
  after(() => {
    vscode.Disposable.from(...subscriptions).dispose();
    assert.deepEqual(notes, [], 'the worker was there for all of them');
  });
  afterEach(closeAll);

  for (const [name, text, outcome] of BAD) {
    it(`${name} is ${outcome}, and its panel opens`, async () => {
      const uri = inWorkspace('bad', name);
      await write(uri, text());
      const view = await index.analyse(uri.toString(), NAMED);
      assert.equal(wordOf(view), outcome);
      if (view.kind === 'failed') assert.doesNotMatch(view.failure.reason, /\n|\bat .*:\d+/);
      await vscode.commands.executeCommand('grpoDynamics.fit', uri);
      await until('the panels', panelLabels, (labels) => labels.includes(`GRPO: bad/${name}`));
    });
  }

  it('a file that is not there is gone', async () => {
    assert.equal((await index.analyse(inWorkspace('bad', 'nowhere.jsonl').toString(), NAMED)).kind, 'gone');
  });

  it('a folder in the place of a log is no log', async () => {
    const uri = inWorkspace('bad', 'folder.jsonl');
    await vscode.workspace.fs.createDirectory(uri);
    assert.equal((await index.analyse(uri.toString(), NAMED)).kind, 'gone');
  });

  it('a file that may not be read says so', async function () {
    // For root every file can be read, and there is nothing to see.
    if (process.getuid?.() === 0) this.skip();
    const uri = inWorkspace('bad', 'secret.jsonl');
    await write(uri, risingLog(50));
    chmodSync(uri.fsPath, 0o000);
    assert.equal(wordOf(await index.analyse(uri.toString(), NAMED)), 'unreadable');
  });

  it('a log that vanishes while it is read says so', async () => {
    const uri = inWorkspace('bad', 'vanishing.jsonl');
    await write(uri, risingLog(60_000));
    const reading = index.analyse(uri.toString(), NAMED);
    index.onDidProgress(() => void vscode.workspace.fs.delete(uri).then(undefined, () => undefined));
    assert.match(wordOf(await reading), /^(gone|vanished|missing|rising|plateaued|unclear)$/);
    await index.refresh(uri.toString());
    await until(
      'the view',
      () => index.look(uri.toString()).kind,
      (kind) => kind === 'gone',
    );
  });

  it('leave the host in order: a good log is read after all of these', async () => {
    const uri = inWorkspace('bad', 'good.jsonl');
    await write(uri, risingLog(200));
    await openUntil(uri, /^GRPO reward 0/);
  });
});
