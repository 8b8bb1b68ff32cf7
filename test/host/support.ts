import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** What a lens of the product begins with. */
const LENS = '$(graph-line)\u00a0';

const LIMIT_MS = 20_000;
const EVERY_MS = 100;

/** The packaged extension, running. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('grpo-dynamics.grpo-dynamics');
  assert.ok(extension, 'the packaged extension is installed');
  await extension.activate();
  return extension;
}

/** A file of the workspace. */
export function inWorkspace(...parts: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, ...parts);
}

/** Waits until `read` gives something that passes; fails with what it gave last. */
export async function until<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  passes: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const value = await read();
    if (passes(value)) return value;
    if (Date.now() > end) assert.fail(`${what}: still ${JSON.stringify(value)} after ${LIMIT_MS / 1000} s`);
    await sleep(EVERY_MS);
  }
}

/** The product's line over an open file, null where it has none. */
export async function lensOf(uri: vscode.Uri): Promise<string | null> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    5,
  );
  const title = lenses.find(({ command }) => command?.command === 'grpoDynamics.fit')?.command?.title;
  return title === undefined ? null : title.slice(LENS.length);
}

/** Opens a file and waits until its line satisfies. */
export async function openUntil(uri: vscode.Uri, line: RegExp): Promise<string | null> {
  await vscode.window.showTextDocument(uri);
  return until(
    `the line over ${uri.path}`,
    () => lensOf(uri),
    (text) => line.test(text ?? ''),
  );
}

/** The labels of all open panels of the product that show one log. */
export function panelLabels(): string[] {
  return labelsOf('grpoDynamics.panel');
}

/** The labels of all open comparisons. */
export function comparisonLabels(): string[] {
  return labelsOf('grpoDynamics.comparison');
}

function labelsOf(type: string): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type))
    .map(({ label }) => label);
}

/** Closes every editor and panel, changes and all. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Writes text to a file, with the folders it needs. */
export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A JSONL log that rises to `plateau`, a little wavy so that it is no exact curve. */
export function risingLog(rows: number, plateau = 0.8): string {
  const row = (step: number): string => {
    const reward = plateau - 0.6 * Math.exp(-step / 60) + 0.01 * Math.sin(7.3 * step);
    return JSON.stringify({ step, reward, entropy: 1 / (1 + step / 100) });
  };
  return Array.from({ length: rows }, (_, i) => `${row(i + 1)}\n`).join('');
}
