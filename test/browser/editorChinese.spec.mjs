import assert from 'node:assert/strict';
import { openFile, openWorkbench, panel } from '../harness/workbench.mjs';
import { EXAMPLES } from './examples.mjs';
import { until } from './until.mjs';
import path from 'node:path';

const LANGUAGE = 'zh-cn';
/** What the display language of the editor is; a language pack sets the same before the workbench starts. */
const setLanguage = (language) => {
  globalThis._VSCODE_NLS_LANGUAGE = language;
};

/**
 * The real editor in Simplified Chinese: its own words stay English without a language pack, but extensions are told
 * its language and are given their texts in it, the worker thread and the panel included.
 */
export async function run(t) {
  const server = await t.startEditor();
  const folder = t.copyExamples();
  const page = await t.newPage();
  await page.addInitScript(setLanguage, LANGUAGE);
  await openWorkbench(page, server, { folder });
  const log = path.join(folder, EXAMPLES.ringing);

  await t.step('the status bar and the lens say the state in Chinese', async () => {
    await openFile(page, folder, log);
    await page.locator('.statusbar-item', { hasText: 'GRPO：振荡' }).waitFor();
    const lens = page.locator('.codelens-decoration');
    await lens.filter({ hasText: '奖励' }).waitFor();
    await lens.locator('a').first().click();
  });

  await t.step('the panel says in Chinese what the worker has found', async () => {
    const shown = panel(page);
    await shown.locator('.constants dt', { hasText: '平台值' }).first().waitFor();
    assert.equal(await shown.locator('html').getAttribute('lang'), LANGUAGE);
    const sentence = await until(
      () => shown.locator('.first-sentence').innerText(),
      (text) => text.length > 0,
      'a first sentence',
    );
    assert.match(sentence, /^[^a-zA-Z]*振荡[^a-zA-Z]*$/);
  });

  await t.expectQuiet(page);
}
