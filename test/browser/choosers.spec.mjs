import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFile, panel, pick, runCommand, setTheme, unfoldTo } from '../harness/workbench.mjs';
import { binaryWriters } from './binaryLog.mjs';
import { FIT, openExamples } from './examples.mjs';
import { until } from './until.mjs';

const STEPS = Array.from({ length: 60 }, (_, i) => i + 1);
const rise = (step, to) => to - (to - 0.2) * Math.exp(-step / 12);

const COLUMNS = STEPS.map((step) =>
  JSON.stringify({ step, reward: rise(step, 0.8), score: rise(step, 0.5) }),
).join('\n');
const ARMS = [
  'step,arm,reward',
  ...['a', 'b'].flatMap((arm) =>
    STEPS.map((step) => `${step},${arm},${rise(step, arm === 'a' ? 0.8 : 0.5)}`),
  ),
].join('\n');

/** What the panel says of the plateau. */
const plateau = (page) => panel(page).locator('.first-sentence').innerText();

const says = (page, number) =>
  until(
    () => plateau(page),
    (text) => text.includes(number),
    `the first sentence to say ${number}`,
  );

/** Chooses the next entry of a drop-down by the keyboard alone. */
async function chooseNext(page, label) {
  const list = panel(page).getByRole('combobox', { name: label });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Which column, which run: in the panel, by command, and remembered; and a log that no text editor can show. */
export async function run(t) {
  const { page, folder } = await openExamples(t);
  const file = (name) => path.join(folder, 'choices', name);
  mkdirSync(path.join(folder, 'choices'));
  const { tfevents } = await binaryWriters();
  writeFileSync(file('columns.jsonl'), COLUMNS);
  writeFileSync(file('arms.csv'), ARMS);
  writeFileSync(
    file('events.out.tfevents.1700000000.host.1.0'),
    tfevents(STEPS.map((step) => ({ step, 'train/reward': rise(step, 0.8) }))),
  );

  await t.step('a log with two plausible columns offers both by name', async () => {
    await openFile(page, folder, file('columns.jsonl'));
    await runCommand(page, FIT);
    await says(page, '0.8');
    const list = panel(page).getByRole('combobox', { name: 'Reward column' });
    assert.equal(await list.count(), 1);
  });

  await t.step('the other column is read when it is chosen by the keyboard', async () => {
    await chooseNext(page, 'Reward column');
    await says(page, '0.5');
    await t.screenshot(page, 'reward-column-dark');
  });

  await t.step('the choice is kept when the panel is opened again', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, folder, file('columns.jsonl'));
    await runCommand(page, FIT);
    await says(page, '0.5');
  });

  await t.step('the command offers the columns too', async () => {
    await runCommand(page, 'GRPO: Select reward column…');
    await pick(page, 'reward');
    await says(page, '0.8');
  });

  await t.step('a file with two runs offers both by name, and keeps the choice', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, folder, file('arms.csv'));
    await runCommand(page, FIT);
    await says(page, '0.8');
    await chooseNext(page, 'Run');
    await says(page, '0.5');
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, folder, file('arms.csv'));
    await runCommand(page, FIT);
    await says(page, '0.5');
    await runCommand(page, 'GRPO: Select run…');
    await pick(page, 'a');
    await says(page, '0.8');
  });

  await t.step('an event file opens as the panel', async () => {
    await runCommand(page, 'View: Close All Editors');
    const row = await unfoldTo(page, folder, file('events.out.tfevents.1700000000.host.1.0'));
    await row.dblclick();
    await says(page, '0.8');
  });

  await t.step('the drop-downs are drawn in a light theme', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, folder, file('columns.jsonl'));
    await runCommand(page, FIT);
    await says(page, '0.8');
    await setTheme(page, 'Light Modern');
    await t.screenshot(page, 'reward-column-light');
  });

  await t.expectQuiet(page);
}
