import assert from 'node:assert/strict';
import { seriousOf } from './axe.mjs';
import { openStage } from './page/stage.mjs';

/** The comparison's page alone, its host played: what it says, and what a person does with it. */
export async function run(t) {
  const stage = await openStage(t, 'compare');
  try {
    await begins(t, stage);
    await says(t, stage);
    await moves(t, stage);
    await asks(t, stage);
    await stage.open('many');
    await stage.page.locator('summary', { hasText: 'Data (table)' }).click();
    for (const theme of ['dark', 'light', 'hc-dark'])
      for (const width of [420, 1400]) await isForEveryone(t, stage, theme, width);
    await t.expectQuiet(stage.page);
  } finally {
    await stage.close();
  }
}

async function begins(t, { page, open, posted }) {
  await t.step(
    'says that it is there until it is answered, and defines its elements after what it shows',
    async () => {
      const isDefined = () => page.evaluate(() => customElements.get('vscode-button') !== undefined);
      await open('silent');
      await page.waitForFunction(() => window.stage.posted.length > 1);
      assert.equal(await isDefined(), false);
      await page.evaluate(() => window.stage.play('pair'));
      await page.locator('.first-sentence').waitFor();
      await page.waitForFunction(() => customElements.get('vscode-button') !== undefined);
      const { length } = await posted('ready');
      await new Promise((done) => setTimeout(done, 1_500));
      assert.equal((await posted('ready')).length, length);
    },
  );
}

async function says(t, { page, open }) {
  await t.step('answers first, then shows curves, numbers and settings', async () => {
    await open('pair');
    assert.match(
      await page.locator('.first-sentence').innerText(),
      /^B's plateau is 0\.\d+ above A's .* they differ/,
    );
    assert.match(await page.locator('.legend').innerText(), /A groups-of-four[\s\S]*B groups-of-sixteen/);
    assert.equal(await page.locator('.compared tbody tr').count(), 2);
    assert.match(
      await page.locator('.answers tbody tr').first().innerText(),
      /plateau\s+they differ\s+\+0\.1/,
    );
    assert.match(await page.locator('.settings').innerText(), /group size\s+4\s+16/);
    assert.match(await page.locator('.says').last().innerText(), /Group size, A \(G 4\) and B \(G 16\), SGD/);
  });

  await t.step('no detectable difference is an answer, with what could have been seen', async () => {
    await open('same');
    assert.match(
      await page.locator('.first-sentence').innerText(),
      /^No detectable difference; .* of the plateau of 0\.\d+ or more/,
    );
  });

  await t.step('of four runs it tells each pair, and what could not be read', async () => {
    await open('many');
    assert.match(await page.locator('.first-sentence').innerText(), /^\d of 6 pairs differ/);
    assert.equal(await page.locator('.pairs details').count(), 6);
    assert.match(await page.locator('.problems').innerText(), /no such file/);
  });

  await t.step('an error keeps the last good comparison under it', async () => {
    await open('failed-after');
    assert.match(await page.locator('.notice').innerText(), /needs two runs[\s\S]*last good comparison/);
    assert.ok(await page.locator('.picture.stale .compared').isVisible());
  });
}

async function moves(t, { page, open, state, spoken, choose, settled, digest, posted }) {
  await t.step('the keyboard steps through all runs and says what each has there', async () => {
    await open('pair');
    await page.locator('.plot').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    assert.match(await spoken(), /^step \d+, A 0\.\d+ fit 0\.\d+, B 0\.\d+ fit 0\.\d+$/);
    await page.keyboard.press('+');
    await settled();
    assert.equal((await state()).view.window.length, 2);
    await page.keyboard.press('0');
    assert.equal((await state()).view.window, null);
  });

  await t.step('the axis can count tokens, which both runs have', async () => {
    const before = await digest('.plot-canvas');
    await choose('Horizontal axis', 'tokens');
    assert.notEqual(await digest('.plot-canvas'), before);
    assert.equal((await state()).view.axis, 'tokens');
  });

  await t.step('what a log adds moves nothing that a person has set', async () => {
    await page.locator('.plot').focus();
    await page.keyboard.press('+');
    const { window } = (await state()).view;
    await page.evaluate(() => window.stage.play('pair', 2));
    await settled();
    assert.deepEqual((await state()).view.window, window);
    assert.deepEqual(await posted('arrange'), []);
  });
}

async function asks(t, { page, open, posted, state }) {
  await t.step('a run gets another name, another place, and is left out', async () => {
    await open('many');
    const name = page.getByLabel('Name of B');
    await name.fill('G 16');
    await name.press('Enter');
    assert.match(await page.locator('.legend').innerText(), /B G 16/);
    assert.ok(Object.values((await state()).view.names).includes('G 16'));
    await page.getByRole('button', { name: 'Move B up' }).click();
    await page.getByRole('button', { name: 'Leave C out' }).click();
    assert.deepEqual(
      (await posted('arrange')).map(({ places }) => places),
      [
        [1, 0, 2, 3],
        [0, 1, 3],
      ],
    );
  });

  await t.step('settings are asked for in the diff editor, and all that can be taken away', async () => {
    await open('pair');
    await page.getByText('Open in the diff editor').click();
    await page.getByLabel('all settings').check();
    await page.getByText('Open in the diff editor').click();
    assert.deepEqual(
      (await posted('openDiff')).map(({ all }) => all),
      [false, true],
    );
    await page.locator('.export-menu vscode-button').click();
    await page.getByRole('menuitem', { name: 'Save the picture as SVG' }).click();
    const [{ what, names }] = await posted('saveComparison');
    assert.deepEqual([what, names], ['svg', ['groups-of-four', 'groups-of-sixteen']]);
  });
}

async function isForEveryone(t, { page, settled }, theme, width) {
  await t.step(
    `${theme}, ${width} px: axe finds nothing serious, and nothing is wider than the page`,
    async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((name) => window.stage.theme(name), theme);
      await settled();
      assert.deepEqual(await seriousOf(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
      await t.screenshot(page, `${theme}-${width}`);
    },
  );
}
