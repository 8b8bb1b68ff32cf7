import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  openWorkbench,
  panel,
  runCommand,
  runFromContextMenu,
  setTheme,
  unfoldTo,
} from '../harness/workbench.mjs';
import { chartPixels } from './panelReader.mjs';
import { writeSweep } from './sweep.mjs';
import { until } from './until.mjs';

const FOUR = 'groups-of-four';
const SIXTEEN = 'groups-of-sixteen';
const IN_MENU = 'Compare runs';

/** Rows of the second log before it grows. */
const YOUNG = 160;

/** Two runs of a sweep become one comparison in the real editor, from each place where they can be chosen. */
export async function run(t) {
  const sweep = writeSweep(path.join(t.dir, 'sweep'));
  writeFileSync(sweep.logs[SIXTEEN], `${sweep.lines[SIXTEEN].slice(0, YOUNG).join('\n')}\n`);
  const server = await t.startEditor();
  const page = await t.newPage();
  await openWorkbench(page, server, { folder: sweep.folder });

  await fromTheExplorer(t, page, sweep);
  await fromTheRunsView(t, page);
  await fromTheList(t, page);
  await grows(t, page, sweep);
  await comesBack(t, page);
  await takesColours(t, page);
  await opensSettings(t, page);
  await t.expectQuiet(page);
}

async function fromTheExplorer(t, page, { folder, logs }) {
  await t.step('two logs selected in the explorer open as one comparison', async () => {
    // A click that unfolds a folder selects it: both are unfolded before anything is chosen.
    const first = await unfoldTo(page, folder, logs[FOUR]);
    const second = await unfoldTo(page, folder, logs[SIXTEEN]);
    // Selected without being opened: an editor that opens has the explorer reveal its file, alone.
    for (const row of [first, second]) await row.click({ modifiers: ['ControlOrMeta'] });
    await runFromContextMenu(page, second, IN_MENU);
    // A folder that was unfolded may be selected too: it stands for its log, which comes once, and then first.
    await waitForBoth(page, new RegExp(`A (${FOUR}\\n[^]*B ${SIXTEEN}|${SIXTEEN}\\n[^]*B ${FOUR})\\n`));
    await until(
      () => chartPixels(page),
      ({ drawn }) => drawn > 2_000,
      'drawn curves',
    );
  });
}

async function fromTheRunsView(t, page) {
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Runs' }) });
  const row = (name) => pane.getByRole('treeitem', { name: `${name},` });
  // The hover of the row that was passed last lies over the others until the pointer has left it.
  const choose = async (name, options) => {
    await page.mouse.move(0, 0);
    await page.locator('.workbench-hover-container:visible').waitFor({ state: 'hidden' });
    await row(name).click(options);
    await until(
      () => row(name).getAttribute('aria-selected'),
      (selected) => selected === 'true',
      `${name} selected`,
    );
  };
  const button = page.locator('.part.sidebar .action-label[aria-label^="Compare the selected runs"]').first();

  await t.step("rows selected in the Runs view are compared by the button in the view's title", async () => {
    await closeAll(page);
    await page.locator('.activitybar .action-label[aria-label^="GRPO Dynamics"]').click();
    // Rows change places until every log has been fitted: a click could meet another run than it was meant for.
    await allInTheView(page);
    await choose(FOUR);
    await choose(SIXTEEN, { modifiers: ['ControlOrMeta'] });
    await button.click();
    await waitForBoth(page);
  });

  await t.step('with one row selected the title has no such button', async () => {
    await choose(FOUR);
    await button.waitFor({ state: 'hidden' });
    // A page that is still loading would swallow the next step's key.
    await page.locator('.tab.active', { hasText: 'metrics.jsonl' }).waitFor();
    await panel(page).locator('.first-sentence').waitFor();
  });
}

async function fromTheList(t, page) {
  await t.step('with nothing chosen the command has the runs ticked in a list', async () => {
    await closeAll(page);
    await runCommand(page, `GRPO: ${IN_MENU}`);
    const list = page.locator('.quick-input-widget:visible');
    const line = (name) => list.getByRole('checkbox', { name: new RegExp(`${name}(?!-)`) });
    for (const name of [FOUR, SIXTEEN]) await line(name).first().click();
    await list.getByRole('button', { name: 'OK' }).click();
    await waitForBoth(page);
    assert.equal(await page.locator('.editor-group-container').count(), 1);
  });
}

async function grows(t, page, { logs, lines }) {
  await t.step('a log that grows changes the comparison, and the zoom stays', async () => {
    const rows = panel(page).locator('.compared tbody tr').last();
    assert.match(await rows.innerText(), /160, to step 160/);
    await zoomIn(page);
    const before = await stepAtTheLeft(page);
    assert.ok(before > 20, `zoomed in, the left edge is at step ${before}`);
    appendFileSync(logs[SIXTEEN], `${lines[SIXTEEN].slice(YOUNG).join('\n')}\n`);
    await until(
      () => rows.innerText(),
      (text) => text.includes('240, to step 240'),
      'the new rows',
    );
    assert.ok(Math.abs((await stepAtTheLeft(page)) - before) <= 2);
  });
}

async function comesBack(t, page) {
  await t.step('the comparison comes back after a reload of the window, zoomed as it was', async () => {
    const before = await stepAtTheLeft(page);
    await Promise.all([page.waitForEvent('load'), runCommand(page, 'Developer: Reload Window')]);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await waitForBoth(page);
    assert.ok(Math.abs((await stepAtTheLeft(page)) - before) <= 2);
  });
}

async function takesColours(t, page) {
  await t.step('the comparison takes the colours of dark and light', async () => {
    await panel(page).getByRole('button', { name: 'reset: show all steps (0)' }).click();
    await page.mouse.move(0, 0);
    await allInTheView(page);
    await t.picture(page, 'compare-dark');
    const { digest } = await chartPixels(page);
    await setTheme(page, 'Light Modern');
    await panel(page).locator('body.vscode-light').waitFor();
    await until(
      () => chartPixels(page),
      (pixels) => pixels.digest !== digest,
      'a repainted chart',
    );
    await t.picture(page, 'compare-light');
  });
}

async function opensSettings(t, page) {
  await t.step("the settings that differ, and no others, open in VS Code's own diff editor", async () => {
    await panel(page).getByText('Open in the diff editor').click();
    await page.locator('.tab.active', { hasText: 'Settings:' }).waitFor();
    const side = (name) => page.locator(`.monaco-diff-editor .editor.${name} .view-lines`);
    const both = () => Promise.all(['original', 'modified'].map((name) => side(name).innerText()));
    const [left, right] = await until(
      both,
      (texts) => texts.every((text) => text.includes('}')),
      'both sides',
    );
    assert.match(left, /"groupSize":\s4\b/);
    assert.match(right, /"groupSize":\s16\b/);
    assert.doesNotMatch(left + right, /learningRate|beta1|optimizer/);
    await t.screenshot(page, 'settings');
  });
}

/** Waits until the Runs view shows all three runs with their sparklines. */
function allInTheView(page) {
  return until(
    () => page.locator('.part.sidebar .monaco-list-row').allInnerTexts(),
    (rows) => rows.length === 3 && rows.every((text) => /[▁-█]{6}/.test(text)),
    'all three runs in the view',
  );
}

const closeAll = (page) => runCommand(page, 'View: Close All Editors');

/** Waits until the comparison of the two runs is there: its tab, its answer, both in the legend and in the table. */
async function waitForBoth(page, legend = new RegExp(`A ${FOUR}\\n[^]*B ${SIXTEEN}\\n`)) {
  await page.locator('.tab.active', { hasText: '↔' }).waitFor();
  const view = panel(page);
  await view.locator('.first-sentence').waitFor();
  assert.match(await view.locator('.legend').innerText(), legend);
  assert.match(await view.locator('.first-sentence').innerText(), /^[AB]'s plateau is .* they differ/);
  assert.equal(await view.locator('.compared tbody tr').count(), 2);
}

async function zoomIn(page) {
  const plot = panel(page).locator('.plot');
  await plot.focus();
  await page.keyboard.press('End');
  for (const key of ['+', '+']) await page.keyboard.press(key);
}

/** The step under the pointer a little right of the chart's left edge, as the page reads it out. */
async function stepAtTheLeft(page) {
  const plot = panel(page).locator('.plot');
  const { height } = await plot.boundingBox();
  const readout = panel(page).locator('.readout');
  const look = async () => {
    await plot.hover({ position: { x: 120, y: height / 2 - Math.random() } });
    return Number(/step (\d+)/.exec(await readout.innerText())?.[1]);
  };
  return until(look, (step) => step > 0, 'a step under the pointer');
}
