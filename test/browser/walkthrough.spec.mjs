import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, setTheme } from '../harness/workbench.mjs';
import { until } from './until.mjs';

const STEPS = 5;

/** What a person meets who has no log yet. */
export async function run(t) {
  const server = await t.startEditor();
  const folder = path.join(t.dir, 'empty');
  mkdirSync(folder);
  const page = await t.newPage();
  await openWorkbench(page, server, { folder });
  const welcome = page.locator('.welcome-view-content:visible');

  await t.step('an empty workspace says what a log is and how to get one', async () => {
    await page.locator('.activitybar .action-label[aria-label^="GRPO Dynamics"]').click();
    await welcome.filter({ hasText: 'No reward log was found' }).waitFor();
    assert.match(await welcome.innerText(), /logging_steps=1/);
    await t.screenshot(page, 'empty');
  });

  await t.step('leads to a walkthrough whose steps all have a picture', async () => {
    await welcome.getByRole('button', { name: 'What can I do here?' }).click();
    const steps = page.locator('.getting-started-step');
    await until(
      () => steps.count(),
      (count) => count === STEPS,
      `${STEPS} steps`,
    );
    const picture = page
      .frameLocator('.getting-started-media iframe')
      .frameLocator('iframe#active-frame')
      .locator('svg');
    for (let at = 0; at < STEPS; at += 1) {
      await steps.nth(at).click();
      await picture.first().waitFor();
      await t.screenshot(page, `step-${at + 1}`);
    }
  });

  await t.step('is as clear in light', async () => {
    await setTheme(page, 'Light Modern');
    await t.screenshot(page, 'light');
  });
}
