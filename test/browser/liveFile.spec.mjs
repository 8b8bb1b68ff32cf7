import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  badgeOf,
  explorerRow,
  hoverTextOf,
  openFile,
  panel,
  runCommand,
  unfoldTo,
} from '../harness/workbench.mjs';
import { FIT, openExamples } from './examples.mjs';
import { waitForReport } from './panelReader.mjs';
import { reportWords } from './reportWords.mjs';
import { until } from './until.mjs';

/** A run that is being written: everything follows the file, and lets go of it when it is gone. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t);
  const words = await reportWords();
  const log = file('ringing');
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const half = Math.floor(lines.length / 4);
  writeFileSync(log, `${lines.slice(0, half).join('\n')}\n`);
  const lens = page.locator('.codelens-decoration');

  await t.step('a log of a young run is shown', async () => {
    await openFile(page, folder, log);
    await lens.filter({ hasText: words.hoverLine(t.report(log)) }).waitFor();
    await runCommand(page, FIT);
    await waitForReport(page, t.report(log), words);
  });

  await t.step('new rows reach the panel', async () => {
    appendFileSync(log, `${lines.slice(half).join('\n')}\n`);
    await waitForReport(page, t.report(log), words);
  });

  await t.step('new rows reach the hover of the explorer', async () => {
    const row = await unfoldTo(page, folder, log);
    const line = words.hoverLine(t.report(log));
    await until(
      () => hoverTextOf(page, row),
      (text) => text.includes(line),
      `the hover "${line}"`,
    );
  });

  await t.step('new rows reach the lens', async () => {
    await lens.filter({ hasText: words.hoverLine(t.report(log)) }).waitFor();
  });

  await t.step('an unfinished last row is no failure', async () => {
    appendFileSync(log, '{"step": 401, "rew');
    await waitForReport(page, t.report(log), words);
  });

  await t.step('rows that make it no log clear the lens and the badge', async () => {
    writeFileSync(log, '{"step": 1, "loss": 2}\n'.repeat(50));
    await lens.waitFor({ state: 'hidden' });
    await until(
      () => badgeOf(explorerRow(page, log)),
      (badge) => badge === '',
      'the badge to go',
    );
  });

  await t.step('the same file with its rows is a log again', async () => {
    writeFileSync(log, `${lines.join('\n')}\n`);
    await waitForReport(page, t.report(log), words);
    await until(
      () => badgeOf(explorerRow(page, log)),
      (badge) => badge !== '',
      'the badge to come back',
    );
  });

  await t.step('a deleted file leaves a calm sentence over the last picture, and no status', async () => {
    rmSync(log);
    await panel(page)
      .locator('.notice', { hasText: /is gone/ })
      .waitFor();
    await explorerRow(page, log).waitFor({ state: 'hidden' });
    await until(
      () => page.locator('.statusbar-item', { hasText: 'GRPO:' }).count(),
      (count) => count === 0,
      'no status',
    );
  });

  await t.expectQuiet(page);
}
