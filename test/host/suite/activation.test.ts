import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens by itself after start-up, in an extension host of Node', async () => {
    const extension = vscode.extensions.getExtension('grpo-dynamics.grpo-dynamics');
    assert.ok(extension, 'the packaged extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('opens the example folder', () => {
    assert.ok(vscode.workspace.workspaceFolders?.length);
  });
});
