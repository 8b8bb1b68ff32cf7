import assert from 'node:assert/strict';
import { symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated, inWorkspace, risingLog, write } from '../support';

const TOOL = 'grpoDynamics_fit';

async function ask(input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(TOOL, { input, toolInvocationToken: undefined });
  const [part] = result.content;
  assert.ok(part instanceof vscode.LanguageModelTextPart, 'a text');
  return part.value;
}

function jsonOf(text: string): { schema: string; source: { path: string }; findings: unknown[] } {
  return JSON.parse(text.slice(text.indexOf('\n\n'))) as ReturnType<typeof jsonOf>;
}

describe('the language-model tool', () => {
  before(activated);

  it('is offered, with a schema', () => {
    const tool = vscode.lm.tools.find(({ name }) => name === TOOL);
    assert.ok(tool, `among ${vscode.lm.tools.map(({ name }) => name).join(', ')}`);
    assert.deepEqual((tool.inputSchema as { required: string[] }).required, ['filePath']);
  });

  for (const [what, name] of [
    ['relative', 'ringing/metrics.jsonl'],
    ['absolute', inWorkspaceLater],
  ] as const)
    it(`gives the Report of a log by its ${what} path`, async () => {
      const filePath = typeof name === 'string' ? name : name();
      const text = await ask({ filePath });
      assert.match(text, /^The run: Ringing around/);
      const report = jsonOf(text);
      assert.equal(report.schema, 'grpo-dynamics/report@1');
      assert.equal(report.findings.length, 4);
    });

  it('says what is wrong with a file that is no log', async () => {
    await assert.rejects(ask({ filePath: 'README.md' }), /the content is none of .*; give a /);
  });

  it('reads nothing outside the workspace: not by an absolute path, not by .., not through a link', async () => {
    const outside = path.join(os.tmpdir(), `outside-${process.pid}.jsonl`);
    await writeFile(outside, risingLog(60));
    const link = inWorkspace('linked.jsonl');
    await symlink(outside, link.fsPath);
    const up = path.relative(inWorkspace().fsPath, outside);
    for (const filePath of [outside, up, `${inWorkspace().fsPath}/${up}`, 'linked.jsonl', '/etc/hostname'])
      await assert.rejects(ask({ filePath }), /there is no file .* in the workspace/, filePath);
    await vscode.workspace.fs.delete(link);
    await vscode.workspace.fs.delete(vscode.Uri.file(outside));
  });

  it('follows the file as it is now', async () => {
    const uri = inWorkspace('agent', 'metrics.jsonl');
    await write(uri, risingLog(60));
    const first = jsonOf(await ask({ filePath: 'agent/metrics.jsonl' }));
    assert.equal(first.source.path, uri.fsPath);
  });
});

function inWorkspaceLater(): string {
  return inWorkspace('ringing', 'metrics.jsonl').fsPath;
}
