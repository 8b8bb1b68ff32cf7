import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFileSystem } from '../memoryFileSystem';
import { activated, closeAll, until } from '../support';

const SCHEME = 'grpo-memory';
const ROWS = Array.from({ length: 60 }, (_, i) =>
  JSON.stringify({ step: i + 1, reward: 0.8 - 0.6 * Math.exp(-i / 12), accuracy_reward: 0.1 + (i % 7) / 50 }),
).join('\n');

async function summaryOf(path: string): Promise<string> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path });
  await vscode.commands.executeCommand('grpoDynamics.copySummary', uri);
  return until(
    'the summary',
    () => vscode.env.clipboard.readText(),
    (text) => text.includes(path),
  );
}

describe('a log in a virtual workspace', () => {
  const files = new MemoryFileSystem();
  let registered: vscode.Disposable;

  before(async () => {
    await activated();
    registered = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
    files.put('/plain/log.jsonl', ROWS);
    files.put('/verl/run/log.jsonl', ROWS);
    files.put('/verl/config.yaml', 'actor_rollout_ref:\n  rollout:\n    n: 8\n');
    files.put('/said/log.jsonl', ROWS);
    files.put('/said/grpo-dynamics.json', '{"metric": "accuracy_reward"}');
  });
  after(async () => {
    await closeAll();
    registered.dispose();
  });

  it('is read', async () => {
    assert.match(await summaryOf('/plain/log.jsonl'), /60 steps, 1 to 60 ·/);
  });

  it('is read with the configuration in the folder above', async () => {
    assert.match(await summaryOf('/verl/run/log.jsonl'), /60 steps, 1 to 60 \(rollouts\)/);
  });

  it('is read with what a person says beside it', async () => {
    assert.match(await summaryOf('/said/log.jsonl'), /reward: accuracy_reward/);
  });
});
