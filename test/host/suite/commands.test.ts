import assert from 'node:assert/strict';
import * as vscode from 'vscode';
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

const FIT = 'grpoDynamics.fit';

describe('GRPO: Fit GRPO dynamics', () => {
  before(activated);
  afterEach(closeAll);

  it('is registered, with its siblings', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of [FIT, 'grpoDynamics.copySummary', 'grpoDynamics.showOutput']) {
      assert.ok(commands.includes(name), name);
    }
  });

  it('opens one panel for a log, however often it is run', async () => {
    const uri = inWorkspace('ringing', 'metrics.jsonl');
    await vscode.commands.executeCommand(FIT, uri);
    await vscode.commands.executeCommand(FIT, uri);
    await until('the panels', panelLabels, (labels) => labels.length > 0);
    assert.deepEqual(panelLabels(), ['GRPO: metrics.jsonl']);
  });

  it('opens a panel for each log', async () => {
    await vscode.commands.executeCommand(FIT, inWorkspace('ringing', 'metrics.jsonl'));
    await vscode.commands.executeCommand(FIT, inWorkspace('healthy-slow-start', 'trainer_state.json'));
    await until('the panels', panelLabels, (labels) => labels.length === 2);
  });

  it('takes the log in the active editor', async () => {
    const uri = inWorkspace('healthy-slow-start', 'trainer_state.json');
    await openUntil(uri, /^GRPO reward/);
    await vscode.commands.executeCommand(FIT);
    await until('the panels', panelLabels, (labels) => labels.includes('GRPO: trainer_state.json'));
  });

  it('opens the panel beside the log, not over it', async () => {
    const uri = inWorkspace('healthy-slow-start', 'trainer_state.json');
    await openUntil(uri, /^GRPO reward/);
    await vscode.commands.executeCommand(FIT, uri);
    await until(
      'the groups',
      () => vscode.window.tabGroups.all.length,
      (count) => count === 2,
    );
  });

  const bad: readonly [string, string][] = [
    ['empty.jsonl', ''],
    ['noise.json', '\u0000\u0001\u0002'.repeat(2000)],
    ['brackets.json', '['.repeat(200_000)],
    ['no-reward.csv', 'step,loss\n1,0.5\n2,0.4\n'],
    ['half.json', '{"log_history": [{"step": 1, "reward": 0.1}, {"step": 2, "rew'],
    ['one-row.jsonl', '{"step": 1, "reward": 0.25}\n'],
    ['constant.jsonl', Array.from({ length: 50 }, (_, i) => `{"step": ${i}, "reward": 1}\n`).join('')],
    ['infinite.jsonl', '{"step": 1, "reward": NaN}\n{"step": 2, "reward": Infinity}\n'],
    ['long-line.jsonl', `{"step": 1, "reward": 0.5, "text": "${'x'.repeat(50_000_000)}"}\n`],
  ];
  for (const [name, text] of bad) {
    it(`is calm about ${name}`, async () => {
      const uri = inWorkspace('bad', name);
      await write(uri, text);
      await vscode.commands.executeCommand(FIT, uri);
      await until('the panels', panelLabels, (labels) => labels.includes(`GRPO: ${name}`));
    });
  }

  it('is calm about a file that is not there', async () => {
    await vscode.commands.executeCommand(FIT, inWorkspace('bad', 'nowhere.jsonl'));
    await until('the panels', panelLabels, (labels) => labels.includes('GRPO: nowhere.jsonl'));
  });

  it('still works after all of these', async () => {
    const uri = inWorkspace('bad', 'good.jsonl');
    await write(uri, risingLog(200));
    await openUntil(uri, /^GRPO reward 0/);
  });
});
