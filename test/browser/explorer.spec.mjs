import assert from 'node:assert/strict';
import { badgeOf, explorerRow, hoverTextOf, openFile, unfoldTo } from '../harness/workbench.mjs';
import { EXAMPLES, openExamples } from './examples.mjs';
import { reportWords } from './reportWords.mjs';
import { until } from './until.mjs';

/** What is seen before any command is run: badges, hovers, the status bar, the lens. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t);
  const { hoverLine } = await reportWords();
  const reportOf = (name) => t.report(file(name));

  for (const name of Object.keys(EXAMPLES))
    await t.step(`${name}: the explorer shows a badge and, on hover, one line with the numbers`, async () => {
      const row = await unfoldTo(page, folder, file(name));
      const line = hoverLine(reportOf(name));
      assert.match(line, /^GRPO reward .*\d/);
      const text = await until(
        () => hoverTextOf(page, row),
        (text) => text.includes(line),
        `the hover "${line}"`,
      );
      assert.ok(!text.replace(line, '').includes('GRPO'), `said once: ${text}`);
      // VS Code counts the problems of the file in front of the badge: "1, ∿".
      const badge = (await badgeOf(row)).replace(/^\d+\+?, /, '');
      assert.ok([...badge].length >= 1 && [...badge].length <= 2, `badge "${badge}"`);
    });

  await t.step('a file that is no log has no badge', async () => {
    assert.equal(await badgeOf(explorerRow(page, file('README.md'))), '');
  });

  await t.step('opening a log sets the status bar at once', async () => {
    await openFile(page, folder, file('ringing'));
    await page.locator('.statusbar-item', { hasText: 'GRPO:' }).waitFor({ timeout: 5_000 });
    await page.locator('.statusbar-item', { hasText: 'GRPO: ringing' }).waitFor();
  });

  await t.step('a lens over the first line says the same as the hover', async () => {
    const lens = page.locator('.codelens-decoration');
    await lens.filter({ hasText: hoverLine(reportOf('ringing')) }).waitFor();
    assert.equal(await lens.count(), 1);
  });

  await t.step('opening a file that is no log clears the status bar', async () => {
    await openFile(page, folder, file('README.md'));
    await page.locator('.statusbar-item', { hasText: 'GRPO:' }).waitFor({ state: 'hidden' });
  });

  await t.expectQuiet(page);
}
