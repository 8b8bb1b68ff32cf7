import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated, closeAll, inWorkspace, lensOf, openUntil, risingLog, until, write } from '../support';

const FITTED = /^GRPO reward \S+ → \S+ · /;

describe('a reward log in an editor', () => {
  before(activated);
  afterEach(closeAll);

  for (const example of [
    ['healthy-slow-start', 'trainer_state.json'],
    ['ringing', 'metrics.jsonl'],
    ['degenerate-groups', 'metrics.csv'],
    ['hacked-proxy', 'metrics.jsonl'],
  ]) {
    it(`says over the first line what it means: ${example.join('/')}`, async () => {
      await openUntil(inWorkspace(...example), FITTED);
    });
  }

  it('is recognised by what is in it: a file of the same extension is left alone', async () => {
    const uri = inWorkspace('notes', 'prices.csv');
    await write(uri, 'day,price\n1,3.5\n2,3.6\n3,3.4\n');
    await vscode.window.showTextDocument(uri);
    assert.equal(await lensOf(uri), null);
  });

  it('is followed when it changes', async () => {
    const uri = inWorkspace('live', 'metrics.jsonl');
    await write(uri, risingLog(8));
    await openUntil(uri, /too early/);
    await write(uri, risingLog(400));
    await until(
      'the line',
      () => lensOf(uri),
      (line) => / → 0\.80/.test(line ?? ''),
    );
    await write(uri, risingLog(400, 0.5));
    await until(
      'the line',
      () => lensOf(uri),
      (line) => / → 0\.50/.test(line ?? ''),
    );
  });

  it('is followed outside the workspace too, while it is open', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'grpo-'));
    try {
      const file = path.join(folder, 'metrics.jsonl');
      writeFileSync(file, risingLog(8));
      const uri = vscode.Uri.file(file);
      await openUntil(uri, /too early/);
      writeFileSync(file, risingLog(400));
      await until(
        'the line',
        () => lensOf(uri),
        (line) => FITTED.test(line ?? ''),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('loses its line when it is deleted, and gets it back with the file', async () => {
    const uri = inWorkspace('gone', 'metrics.jsonl');
    await write(uri, risingLog(100));
    await openUntil(uri, FITTED);
    await vscode.workspace.fs.delete(inWorkspace('gone'), { recursive: true });
    await until(
      'the line',
      () => lensOf(uri),
      (line) => line === null,
    );
    await write(uri, risingLog(100));
    await until(
      'the line',
      () => lensOf(uri),
      (line) => FITTED.test(line ?? ''),
    );
  });

  it('keeps its line under another name', async () => {
    const before = inWorkspace('names', 'a.jsonl');
    const after = inWorkspace('names', 'b.jsonl');
    await write(before, risingLog(100));
    await openUntil(before, FITTED);
    await vscode.workspace.fs.rename(before, after);
    await openUntil(after, FITTED);
  });
});
