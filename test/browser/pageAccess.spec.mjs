import assert from 'node:assert/strict';
import { seriousOf } from './axe.mjs';
import { openStage } from './page/stage.mjs';

const STATES = ['rising', 'too-early', 'reading', 'failed-after', 'runs'];

/** For everyone: axe over the main states, and the parts that say in words what the pictures show. */
export async function run(t) {
  const { page, open, close } = await openStage(t);
  try {
    for (const theme of ['dark', 'hc-light'])
      await t.step(`${theme}: axe finds nothing serious in the main states, folds open`, async () => {
        for (const fixture of STATES) {
          await open(fixture, { theme });
          for (const summary of await page.locator('summary:visible').all()) await summary.click();
          assert.deepEqual(await seriousOf(page), [], fixture);
        }
      });

    await t.step('residuals and the data table are there on demand, in words and numbers', async () => {
      await open('rising');
      assert.equal(await page.locator('.residuals, table.data').count(), 0);
      await page.locator('summary', { hasText: 'Residuals' }).click();
      assert.match(await page.locator('.residuals').getAttribute('aria-label'), /^Autocorrelation .* 1: /);
      await page.locator('summary', { hasText: 'Data (table)' }).click();
      await page.locator('table.data tbody tr').nth(39).waitFor();
      assert.equal(await page.locator('table.data tbody tr').count(), 40);
      assert.match(await page.locator('table.data thead').innerText(), /step\s+reward\s+fit\s+entropy/);
    });

    await t.step('a finding says how severe and how sure it is, and shows its evidence', async () => {
      const card = page.locator('.finding.present').first();
      assert.match(await card.innerText(), /worth acting on · confident \(88 %\)/);
      assert.equal(await card.locator('svg.spark').count(), 1);
    });
    await t.expectQuiet(page);
  } finally {
    await close();
  }
}
