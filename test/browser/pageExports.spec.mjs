import assert from 'node:assert/strict';
import { openStage } from './page/stage.mjs';
import { until } from './until.mjs';

/** The menu of what can be taken away: with the mouse and with the keyboard. */
export async function run(t) {
  const { page, open, posted, post, close } = await openStage(t);
  const menu = page.locator('.export-menu .menu');
  const button = page.locator('.export-menu vscode-button');
  try {
    for (const theme of ['dark', 'hc-dark'])
      await t.step(`${theme}: the menu opens by click, an entry asks the host, the menu closes`, async () => {
        await open('rising', { theme });
        await button.click();
        await menu.waitFor();
        await page.getByRole('menuitem', { name: 'Copy the sentence' }).click();
        assert.deepEqual(await posted('copyText'), [{ type: 'copyText', what: 'sentence' }]);
        assert.ok(await menu.isHidden());
      });

    await t.step('arrow keys walk through it, Escape leads back to the button', async () => {
      await button.focus();
      await page.keyboard.press('Enter');
      await menu.waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      assert.equal((await posted('copyText')).at(-1).what, 'summary');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      assert.ok(await menu.isHidden());
      assert.ok(await button.evaluate((node) => node === document.activeElement));
    });

    await t.step('every kind of file is asked for by its ending', async () => {
      for (const name of ['JSON Report …', 'Markdown …', 'HTML …', 'SVG …', 'CSV …']) {
        await button.click();
        await page.getByRole('menuitem', { name }).click();
      }
      assert.deepEqual(
        (await posted('saveAs')).map(({ what }) => what),
        ['json', 'md', 'html', 'svg', 'csv'],
      );
    });

    await t.step('the page turns the figure of the host into a PNG', async () => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#fff"/></svg>';
      await post({ type: 'figure', svg });
      const [{ data }] = await until(
        () => posted('savePng'),
        (messages) => messages.length > 0,
        'a picture',
      );
      const png = Buffer.from(data, 'base64');
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [60, 40]);
    });
    await t.expectQuiet(page);
  } finally {
    await close();
  }
}
