import assert from 'node:assert/strict';
import { badgeOf, runFromContextMenu, unfoldTo } from '../harness/workbench.mjs';
import { FIT_IN_MENU, openExamples } from './examples.mjs';
import { waitForReport } from './panelReader.mjs';
import { reportWords } from './reportWords.mjs';
import { until } from './until.mjs';

/** Workspaces are asked about, and nobody answers. */
export const RESTRICTED = {
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** A folder nobody has vouched for: reading a log runs nothing of it, so everything works in restricted mode too. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t, { trust: true, settings: RESTRICTED });

  await t.step('the workspace is in restricted mode', async () => {
    const item = page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
    await item.waitFor();
    assert.equal(await item.count(), 1);
  });

  await t.step('badge and panel work as everywhere', async () => {
    const row = await unfoldTo(page, folder, file('healthy'));
    await until(
      () => badgeOf(row),
      (badge) => badge !== '',
      'a badge',
    );
    await runFromContextMenu(page, row, FIT_IN_MENU);
    await waitForReport(page, t.report(file('healthy')), await reportWords());
  });

  await t.expectQuiet(page);
}
