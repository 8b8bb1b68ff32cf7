import assert from 'node:assert/strict';
import { openStage } from './page/stage.mjs';
import { until } from './until.mjs';

/** The small charts, the marked findings, and what moves the axis they share: with mouse, keyboard and fingers. */
export async function run(t) {
  const stage = await openStage(t);
  try {
    for (const theme of ['dark', 'hc-dark']) await linked(t, stage, theme);
    await findings(t, stage);
    await moving(t, stage);
    await choices(t, stage);
    await t.expectQuiet(stage.page);
  } finally {
    await stage.close();
  }
}

const values = (page) => page.locator('.strip-value').allInnerTexts();

async function linked(t, stage, theme) {
  const { page } = stage;
  await t.step(
    `${theme}: every evidence metric has a small chart; what is too much opens on demand`,
    async () => {
      await stage.open('rising', { theme });
      assert.equal(await page.locator('.strip canvas:visible').count(), 4);
      await page.locator('summary', { hasText: '3 more metrics' }).click();
      assert.equal(await page.locator('.strip canvas:visible').count(), 7);
      assert.deepEqual((await stage.state()).view.open, ['strips']);
      assert.match(
        await page.locator('.strip canvas').nth(1).getAttribute('aria-label'),
        /frac_reward_zero_std/,
      );
    },
  );

  await t.step(`${theme}: the pointer over one chart reads all of them at one step`, async () => {
    const box = await page.locator('.strip canvas').nth(2).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    const step = /step (\d+)/.exec(await page.locator('.readout').innerText())?.[1];
    assert.ok(Number(step) > 50, `the curve's readout follows: ${step}`);
    for (const text of await values(page)) assert.doesNotMatch(text, /last/);
    assert.ok(await page.locator('.strip-cursor').isVisible());
  });

  await t.step(`${theme}: the arrow keys move it too, and the values are spoken`, async () => {
    await page.locator('.plot').focus();
    await page.keyboard.press('Home');
    const before = await values(page);
    await page.keyboard.press('Shift+ArrowRight');
    assert.notDeepEqual(await values(page), before);
    assert.match(await stage.spoken(), /^step 10, .*entropy \d.*held-out reward \d\.\d+ at (0|20)/);
  });
}

async function findings(t, { page, open, state, posted, post }) {
  await t.step('a finding leads to its stretch of the curve', async () => {
    await open('rising');
    await page.getByText('show on the curve').click();
    const [low, high] = (await state()).view.window;
    assert.ok(low > 0 && low < 310 && high >= 419 && high < 460, `${low} to ${high}`);
    assert.match(await page.locator('.readout').innerText(), /step 310/);
    assert.match(await page.locator('.legend').innerText(), /failure mode seen from here/);
  });

  await t.step('a click on a small chart opens the line of the log', async () => {
    await page
      .locator('.strip canvas')
      .first()
      .click({ position: { x: 300, y: 20 } });
    const [{ line }] = await posted('revealLine');
    assert.ok(line > 190 && line <= 420);
  });

  await t.step('the cursor in the log marks its point, and the focus stays where it is', async () => {
    await page.locator('h1').click();
    await post({ type: 'atLine', line: 401 });
    await page.getByText('line 401').waitFor();
    assert.ok(await page.evaluate(() => document.activeElement === document.body));
  });
}

async function moving(t, { page, open, state, settled, digest }) {
  const width = async () => {
    const { window } = (await state())?.view ?? {};
    return window ? window[1] - window[0] : null;
  };
  await t.step('a drag chooses a stretch, the next one moves it', async () => {
    await open('rising');
    const box = await page.locator('.plot').boundingBox();
    const drag = async (from, to) => {
      await page.mouse.move(box.x + from, box.y + 150);
      await page.mouse.down();
      await page.mouse.move(box.x + (from + to) / 2, box.y + 150, { steps: 3 });
      await page.mouse.move(box.x + to, box.y + 150, { steps: 3 });
      await page.mouse.up();
      await settled();
    };
    await drag(400, 700);
    const chosen = (await state()).view.window;
    assert.ok(chosen[1] - chosen[0] < 300, 'zoomed in');
    await drag(600, 500);
    const moved = (await state()).view.window;
    assert.ok(
      moved[0] > chosen[0] && Math.abs(moved[1] - moved[0] - chosen[1] + chosen[0]) < 1e-6,
      'moved on',
    );
    await page.keyboard.press('Escape');
  });

  await t.step('Ctrl and the wheel zoom about the pointer; the plain wheel scrolls the page', async () => {
    await open('rising');
    const box = await page.locator('.plot').boundingBox();
    await page.mouse.move(box.x + 500, box.y + 150);
    await page.mouse.wheel(0, 60);
    await settled();
    assert.equal(await width(), null);
    const before = await digest('.strip canvas');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    const zoomed = await until(width, (now) => now !== null, 'a window');
    assert.notEqual(await digest('.strip canvas'), before, 'the small charts follow');
    await page.keyboard.down('Shift');
    await page.mouse.wheel(0, 200);
    await page.keyboard.up('Shift');
    await settled();
    assert.ok(Math.abs((await width()) - zoomed) < 1e-6, 'Shift moves');
  });

  await t.step('two fingers zoom', async () => {
    await open('rising');
    await page.locator('.plot').evaluate((plot) => {
      const { left, top } = plot.getBoundingClientRect();
      const finger = (type, id, x) =>
        plot.dispatchEvent(
          new window.PointerEvent(type, {
            pointerId: id,
            pointerType: 'touch',
            clientX: left + x,
            clientY: top + 100,
            bubbles: true,
          }),
        );
      finger('pointerdown', 11, 400);
      finger('pointerdown', 12, 500);
      finger('pointermove', 12, 700);
      finger('pointerup', 12, 700);
      finger('pointerup', 11, 400);
    });
    await until(width, (now) => now !== null && now < 300, 'a narrower window');
  });

  await t.step('Page Down and Page Up move what is in view', async () => {
    await open('rising');
    await page.locator('.plot').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('+');
    const [low] = (await state()).view.window;
    await page.keyboard.press('PageDown');
    assert.ok((await state()).view.window[0] > low);
    await page.keyboard.press('PageUp');
    assert.ok(Math.abs((await state()).view.window[0] - low) < 1e-6);
  });
}

async function choices(t, { page, open, state, choose, digest, settled }) {
  await t.step('the axis counts steps, tokens, time or optimizer time', async () => {
    await open('rising');
    const seen = new Set([await digest('.plot-canvas')]);
    for (const axis of ['tokens', 'optimizer time', 'time']) {
      await choose('Horizontal axis', axis);
      seen.add(await digest('.plot-canvas'));
    }
    assert.equal(seen.size, 4, 'four different pictures');
    await page.locator('.plot').focus();
    await page.keyboard.press('End');
    assert.match(await page.locator('.readout').innerText(), /step 419[\s\S]*\d+\.\d+ h/);
    await open('plateaued');
    assert.equal(await page.locator('vscode-dropdown[aria-label="Horizontal axis"]').count(), 0);
  });

  await t.step('smoothing is for display only, says so, and has a strength', async () => {
    await open('rising');
    await choose('Smoothing', 'EMA');
    await page.getByText('EMA 0.90, for display only').waitFor();
    const before = await digest('.plot-canvas');
    await page.locator('.strength input').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('EMA 0.89, for display only').waitFor();
    assert.notEqual(await digest('.plot-canvas'), before);
    await choose('Smoothing', 'window');
    await page.getByText(/^mean of \d+ rows, for display only/).waitFor();
  });

  await t.step('heights may be logarithmic where every reward is above 0', async () => {
    const before = await digest('.plot-canvas');
    await choose('Height', 'log');
    assert.notEqual(await digest('.plot-canvas'), before);
  });

  await t.step('what is chosen stays over a reload and over new rows', async () => {
    const kept = await state();
    assert.deepEqual([kept.view.height, kept.view.smoothing.kind], ['log', 'window']);
    await open('rising', { state: kept });
    const drawn = await digest('.plot-canvas');
    await page.evaluate(() => window.stage.play('rising', 2));
    await settled();
    assert.equal(await digest('.plot-canvas'), drawn);
    assert.deepEqual((await state()).view, kept.view);
  });
}
