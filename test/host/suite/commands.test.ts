import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, openUntil, panelLabels, until } from '../support';

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
    assert.deepEqual(panelLabels(), ['GRPO: ringing/metrics.jsonl']);
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
    await until('the panels', panelLabels, (labels) =>
      labels.includes('GRPO: healthy-slow-start/trainer_state.json'),
    );
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

  it('is calm about a file that is not there', async () => {
    await vscode.commands.executeCommand(FIT, inWorkspace('bad', 'nowhere.jsonl'));
    await until('the panels', panelLabels, (labels) => labels.includes('GRPO: bad/nowhere.jsonl'));
  });
});
