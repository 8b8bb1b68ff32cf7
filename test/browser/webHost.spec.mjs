import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  badgeOf,
  EXTENSION_ID,
  openFile,
  panel,
  runCommand,
  runFromContextMenu,
  unfoldTo,
} from '../harness/workbench.mjs';
import { FIT, FIT_IN_MENU, openExamples } from './examples.mjs';
import { chartPixels, waitForReport } from './panelReader.mjs';
import { reportWords } from './reportWords.mjs';
import { RESTRICTED } from './restrictedMode.spec.mjs';
import { until } from './until.mjs';

/**
 * VS Code takes the packaged extension's `browser` entry, in its web worker, where it would choose Node's host; the
 * folder is one nobody has vouched for.
 */
const IN_THE_BROWSER = {
  trust: true,
  settings: { ...RESTRICTED, 'remote.extensionKind': { [EXTENSION_ID]: ['web'] } },
};

/** Names of the workers that run in this Chromium, those that workers have started too. */
async function workerNames(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] });
  await session.detach();
  return targetInfos.map(({ title }) => title);
}

/** What a command puts on the clipboard. */
async function copied(page, command) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await runCommand(page, command);
  return until(
    () => page.evaluate(() => navigator.clipboard.readText()),
    (text) => text !== '',
    'something on the clipboard',
  );
}

/** An editor in a browser alone: no Node, every file through `vscode.workspace.fs`, the engine in a worker of the browser. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t, IN_THE_BROWSER);
  const words = await reportWords();
  const log = file('ringing');
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  writeFileSync(log, `${lines.slice(0, Math.floor(lines.length / 4)).join('\n')}\n`);

  await t.step('a log has its badge', async () => {
    const row = await unfoldTo(page, folder, log);
    await until(
      () => badgeOf(row),
      (badge) => badge !== '',
      'a badge',
    );
  });

  await t.step("the panel shows the command line's numbers and its first sentence", async () => {
    await openFile(page, folder, log);
    await runCommand(page, FIT);
    await waitForReport(page, t.report(log), words);
  });

  await t.step('the curve is drawn', () =>
    until(
      () => chartPixels(page),
      ({ drawn }) => drawn > 2_000,
      'a drawn chart',
    ),
  );

  await t.step('new rows reach the panel', async () => {
    appendFileSync(log, `${lines.slice(Math.floor(lines.length / 4)).join('\n')}\n`);
    await waitForReport(page, t.report(log), words);
  });

  await t.step('the summary that is copied is the text of the command line', async () => {
    const { stdout } = t.cli('fit', log);
    const text = await copied(page, 'GRPO: Summary to clipboard');
    const sentence = words.firstSentence(t.report(log));
    assert.ok(text.replace(/\s+/g, ' ').includes(sentence), text);
    assert.ok(stdout.replace(/\s+/g, ' ').includes(sentence), stdout);
  });

  await t.step('a packed log is unpacked', async () => {
    const packed = path.join(folder, 'packed.csv.gz');
    writeFileSync(packed, gzipSync(readFileSync(file('degenerate'))));
    await runFromContextMenu(page, await unfoldTo(page, folder, packed), FIT_IN_MENU);
    await waitForReport(page, t.report(packed), words);
  });

  await t.step('a database is refused with the reason', async () => {
    const database = path.join(folder, 'mlflow.db');
    writeFileSync(database, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_080)]));
    await runFromContextMenu(page, await unfoldTo(page, folder, database), FIT_IN_MENU);
    await panel(page)
      .locator('.notice.error', { hasText: 'SQLite database, which this host cannot read' })
      .waitFor();
  });

  await t.step('all of it ran in web workers: the extension in one, the engine in others', async () => {
    const names = await workerNames(page);
    assert.ok(names.includes('ExtensionHostWorker -> GRPO Dynamics'), names.join(', '));
    await runCommand(page, 'Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'GRPO Dynamics' });
    await row.filter({ hasText: 'web worker' }).waitFor();
  });

  await t.expectQuiet(page);
}
