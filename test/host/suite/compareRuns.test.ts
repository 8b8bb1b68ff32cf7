import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { MemoryFileSystem } from '../memoryFileSystem';
import { activated, closeAll, comparisonLabels, inWorkspace, risingLog, until, write } from '../support';

const COMPARE = 'grpoDynamics.compare';
const SCHEME = 'grpo-memory-pair';

/** The page asks for the comparison, and its title names the runs once they are compared. */
const compared = (label: string): Promise<string[]> =>
  until('the comparisons', comparisonLabels, (labels) => labels.length === 1 && labels[0] === label);

describe('GRPO: Compare runs', () => {
  before(activated);
  afterEach(closeAll);

  it('opens one comparison of two logs, however often and in whichever order it is asked for', async () => {
    const [one, other] = [
      inWorkspace('ringing', 'metrics.jsonl'),
      inWorkspace('healthy-slow-start', 'trainer_state.json'),
    ];
    await vscode.commands.executeCommand(COMPARE, one, [one, other]);
    await compared('GRPO: ringing ↔ healthy-slow-start');
    await vscode.commands.executeCommand(COMPARE, other, [other, one]);
    assert.deepEqual(comparisonLabels(), ['GRPO: ringing ↔ healthy-slow-start']);
  });

  it('compares logs outside the workspace', async () => {
    const outside = await mkdtemp(path.join(os.tmpdir(), 'grpo-pair-'));
    try {
      const uris = ['low', 'high'].map((name) => vscode.Uri.file(path.join(outside, name, 'log.jsonl')));
      for (const [i, uri] of uris.entries()) await write(uri, risingLog(120, 0.6 + 0.2 * i));
      await vscode.commands.executeCommand(COMPARE, uris[0], uris);
      await compared('GRPO: low ↔ high');
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('takes a folder for the log in it, and leaves out one that holds none', async () => {
    const outside = await mkdtemp(path.join(os.tmpdir(), 'grpo-folders-'));
    try {
      const log = (name: string): vscode.Uri => vscode.Uri.file(path.join(outside, name, 'log.jsonl'));
      for (const [i, name] of ['low', 'high'].entries())
        await write(log(name), risingLog(120, 0.6 + 0.2 * i));
      await write(vscode.Uri.file(path.join(outside, 'notes', 'notes.md')), 'nothing');
      const [high, notes] = ['high', 'notes'].map((name) => vscode.Uri.file(path.join(outside, name)));
      await vscode.commands.executeCommand(COMPARE, log('low'), [log('low'), high, notes]);
      await compared('GRPO: low ↔ high');
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('compares logs of a virtual workspace', async () => {
    const files = new MemoryFileSystem();
    const registered = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
    try {
      const paths = ['/low/log.jsonl', '/high/log.jsonl'];
      for (const [i, place] of paths.entries()) files.put(place, risingLog(120, 0.6 + 0.2 * i));
      const uris = paths.map((place) => vscode.Uri.from({ scheme: SCHEME, path: place }));
      await vscode.commands.executeCommand(COMPARE, uris[0], uris);
      await compared('GRPO: low ↔ high');
    } finally {
      registered.dispose();
    }
  });
});
