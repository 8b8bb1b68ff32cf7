import assert from 'node:assert/strict';
import { openFile, panel, pick, runCommand, runFromContextMenu, unfoldTo } from '../harness/workbench.mjs';
import { FIT, FIT_IN_MENU, openExamples } from './examples.mjs';
import { chartPixels, expectedTexts, readPanel, waitForReport } from './panelReader.mjs';
import { reportWords } from './reportWords.mjs';
import { until } from './until.mjs';

const closeAll = (page) => runCommand(page, 'View: Close All Editors');

const drawnChart = (page) =>
  until(
    () => chartPixels(page),
    ({ drawn }) => drawn > 2_000,
    'a drawn chart',
  );

/** The main job: one command later a panel shows what the command line says of the same file. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t);
  const words = await reportWords();
  const healthy = t.report(file('healthy'));
  const ringing = t.report(file('ringing'));

  await t.step('the command of the palette opens the panel of the active log', async () => {
    await openFile(page, folder, file('healthy'));
    await runCommand(page, FIT);
    await panel(page).locator('h1').waitFor();
  });

  await t.step("the panel shows the command line's numbers", async () => {
    const shown = await waitForReport(page, healthy, words);
    assert.ok(expectedTexts(healthy, words).length >= 3, 'the Report has constants to compare');
    assert.match(shown.constants.plateau, /\d\.\d/);
  });

  let drawn;
  await t.step('the chart is drawn', async () => {
    drawn = await drawnChart(page);
  });

  await t.step('the panel keeps its log over a reload of the window', async () => {
    await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window')]);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await waitForReport(page, healthy, words);
  });

  await t.step('the context menu of the explorer opens another log', async () => {
    await closeAll(page);
    const row = await unfoldTo(page, folder, file('ringing'));
    await runFromContextMenu(page, row, FIT_IN_MENU);
    await waitForReport(page, ringing, words);
    const other = await drawnChart(page);
    assert.notEqual(other.digest, drawn.digest, 'another log has another picture');
  });

  await t.step("the editor title's button opens the panel", async () => {
    await closeAll(page);
    await openFile(page, folder, file('ringing'));
    await page.locator(`.editor-actions .action-label[aria-label^="${FIT_IN_MENU}"]`).click();
    await waitForReport(page, ringing, words);
  });

  await t.step('the lens opens the panel', async () => {
    await closeAll(page);
    await openFile(page, folder, file('ringing'));
    await page.locator('.codelens-decoration a').first().click();
    await waitForReport(page, ringing, words);
  });

  await t.step(
    'a cursor in the log marks the point of its line, Enter on a point goes to the line',
    async () => {
      await page.locator('.monaco-editor .view-line').first().click();
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget:visible input.input').fill(':40');
      await page.keyboard.press('Enter');
      await panel(page).locator('.readout', { hasText: 'line 40' }).waitFor();
      await panel(page).locator('.plot').focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: 'Ln 50,' }).waitFor();
    },
  );

  await t.step('with no log active the command offers the recognised ones', async () => {
    await closeAll(page);
    await runCommand(page, FIT);
    await pick(page, 'trainer_state.json');
    await waitForReport(page, healthy, words);
  });

  await t.step('the panel stays in one column at 420 px', async () => {
    await page.setViewportSize({ width: 760, height: 900 });
    await readPanel(page);
    const overflow = await panel(page)
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px stick out`);
  });

  await t.expectQuiet(page);
}
