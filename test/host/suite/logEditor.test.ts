import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tfevents } from '../../carriers/tfevents';
import { history, item, wandbFile } from '../../carriers/wandb';
import { activated, closeAll, inWorkspace, until } from '../support';

const ROWS = Array.from({ length: 60 }, (_, i) => ({
  step: i + 1,
  'train/reward': 0.8 - 0.6 * Math.exp(-i / 12),
}));
const EVENTS = inWorkspace('binary', 'events.out.tfevents.1700000000.host.1.0');
const WANDB = inWorkspace('binary', 'run-abc.wandb');

const customTabs = (): readonly vscode.TabInputCustom[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ input }) => input)
    .filter((input) => input instanceof vscode.TabInputCustom);

describe('event files and W&B logs', () => {
  before(async () => {
    await activated();
    await vscode.workspace.fs.writeFile(EVENTS, tfevents(ROWS));
    const records = ROWS.map(({ step, ...row }) =>
      history(step, [item(['reward'], String(row['train/reward']))]),
    );
    await vscode.workspace.fs.writeFile(WANDB, wandbFile(records));
  });
  after(closeAll);

  for (const uri of [EVENTS, WANDB])
    it(`open as the panel (${uri.path.slice(uri.path.lastIndexOf('/') + 1)})`, async () => {
      await vscode.commands.executeCommand('vscode.open', uri);
      const tabs = await until('the editor', customTabs, (all) =>
        all.some((tab) => tab.uri.path === uri.path),
      );
      assert.equal(tabs.find((tab) => tab.uri.path === uri.path)?.viewType, 'grpoDynamics.logEditor');
      await vscode.commands.executeCommand('grpoDynamics.copySummary', uri);
      await until(
        'the summary',
        () => vscode.env.clipboard.readText(),
        (text) => text.includes('60 steps, 1 to 60') && text.includes(uri.path.slice(-10)),
      );
    });

  it('can be opened from any other file', async () => {
    const log = inWorkspace('binary', 'log.jsonl');
    const text = ROWS.map((row) => JSON.stringify(row)).join('\n');
    await vscode.workspace.fs.writeFile(log, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('vscode.openWith', log, 'grpoDynamics.optionalLogEditor');
    await until('the editor', customTabs, (all) => all.some((tab) => tab.uri.path === log.path));
  });
});
