import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, panelLabels, until } from '../support';

const rowOf = (...parts: string[]) => ({
  kind: 'log',
  entry: { key: inWorkspace(...parts).toString() },
});

describe('the Runs view', () => {
  before(activated);
  afterEach(closeAll);

  it('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['refreshRuns', 'stopScan', 'filterRuns', 'openSideBySide', 'revealRun'])
      assert.ok(commands.includes(`grpoDynamics.${name}`), name);
    assert.ok(commands.includes('grpoDynamics.runs.focus'));
  });

  it('opens the panels of the selected logs next to each other', async () => {
    const rows = [rowOf('ringing', 'metrics.jsonl'), rowOf('degenerate-groups', 'metrics.csv')];
    await vscode.commands.executeCommand('grpoDynamics.openSideBySide', rows[0], rows);
    await until('the panels', panelLabels, (labels) => labels.length === 2);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('opens the log of a row', async () => {
    await vscode.commands.executeCommand('grpoDynamics.openRunLog', rowOf('ringing', 'metrics.jsonl'));
    await until(
      'the editor',
      () => vscode.window.activeTextEditor?.document.uri.path ?? '',
      (path) => path.endsWith('ringing/metrics.jsonl'),
    );
  });

  it('takes no row from arguments of another shape', async () => {
    await vscode.commands.executeCommand('grpoDynamics.openSideBySide', 'metrics.jsonl', [
      null,
      { kind: 'log' },
    ]);
    assert.deepEqual(panelLabels(), []);
  });
});
