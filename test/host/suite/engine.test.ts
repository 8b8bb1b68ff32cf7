import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startEngine } from '../../../src/extension/startEngine';
import { LogFiles } from '../../../src/extension/logFiles';
import { analyse, recognise } from '../../../src/platform/engineClient';
import { VscodeSource, WHOLE_READ_BYTES } from '../../../src/platform/vscodeSource';
import { activated, inWorkspace, risingLog } from '../support';

const SCHEME = 'grpo-test';

/** Files that are not on a disk: one good log, and one that is too large to be read whole. */
class MemoryFiles implements vscode.FileSystemProvider {
  reads = 0;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  stat({ path: file }: vscode.Uri): vscode.FileStat {
    if (file === '/gone.jsonl') throw vscode.FileSystemError.FileNotFound();
    const size = file === '/huge.jsonl' ? WHOLE_READ_BYTES + 1 : risingLog(100).length;
    return { type: vscode.FileType.File, size, ctime: 1, mtime: 1 };
  }

  readFile(): Uint8Array {
    this.reads += 1;
    return new TextEncoder().encode(risingLog(100));
  }

  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): void => undefined;
  writeFile = (): void => undefined;
  delete = (): void => undefined;
  rename = (): void => undefined;
}

describe('the engine in this host', () => {
  it('runs in a worker thread, without falling back', async () => {
    const notes: string[] = [];
    const { extensionUri } = await activated();
    const runner = startEngine(extensionUri, undefined, (text) => notes.push(text));
    try {
      const source = { kind: 'file', path: inWorkspace('ringing', 'metrics.jsonl').fsPath } as const;
      assert.equal((await recognise(runner, source))?.format, 'jsonl');
      const [{ reward }] = await analyse(runner, source);
      assert.ok(reward.values instanceof Float64Array);
      assert.ok(reward.values.length > 100);
      assert.deepEqual(notes, []);
    } finally {
      runner.dispose();
    }
  });
});

describe('logs of a virtual workspace', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, files);
  });
  after(() => {
    registration.dispose();
  });
  const at = (file: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: file });

  it('are read whole, once while they are unchanged', async () => {
    const source = new VscodeSource(at('/log.jsonl'));
    const head = await source.read(0, 10);
    assert.equal(new TextDecoder().decode(head), '{"step":1,');
    assert.equal((await source.read(1e9, 10)).length, 0);
    assert.equal(files.reads, 1);
  });

  it('are not read above the limit, and say what to do', async () => {
    const source = new VscodeSource(at('/huge.jsonl'));
    await assert.rejects(source.read(0, 10), { kind: 'too-large', remedy: /local folder/ });
    assert.equal(files.reads, 1);
  });

  it('are missing when they are missing', async () => {
    await assert.rejects(new VscodeSource(at('/gone.jsonl')).stat(), { kind: 'missing' });
    assert.equal(await new LogFiles().stat(at('/gone.jsonl').toString()), null);
  });

  it('reach the engine as bytes', async () => {
    const source = await new LogFiles().source(at('/log.jsonl').toString());
    assert.equal(source.kind, 'bytes');
  });
});
