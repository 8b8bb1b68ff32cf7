import assert from 'node:assert/strict';
import { seriousOf } from './axe.mjs';
import { faint } from './page/contrast.mjs';
import { openStage } from './page/stage.mjs';

/** "What if" as a person uses it: keys, mouse, typing; what it says at once, and what it will not say. */
export async function run(t) {
  const stage = await openStage(t);
  const { page, open, settled, close } = stage;
  const slider = (name) => page.getByRole('slider', { name });
  const field = (name) => page.getByRole('spinbutton', { name: `${name}, value` });
  const value = async (name) => {
    const row = page.locator('.wi-rows .constant', { hasText: name });
    return {
      value: await row.locator('dd').first().innerText(),
      meaning: await row.locator('dd').last().innerText(),
    };
  };
  const number = (text) => Number(/[\d.]+/.exec(text)[0]);
  const mapText = () => page.locator('#wi-map-text').innerText();
  const line = (look) => page.locator(`.wi-drawing .${look}`).first().getAttribute('points');

  try {
    await t.step('every slider starts at the run’s own value', async () => {
      await open('told');
      assert.equal(await slider('learning rate').getAttribute('aria-valuetext'), '×1 = 0.0010');
      assert.equal(await slider('momentum').getAttribute('aria-valuetext'), '0.9');
      assert.equal(await slider('refresh every').getAttribute('aria-valuetext'), '4 optimizer steps');
      assert.equal(await field('group size').inputValue(), '8');
      assert.match(
        await mapText(),
        /^The run \(k 0\.0\d+ .*\) settles without a swing; .* swings above k = 0\.024/,
      );
      assert.equal(await page.locator('.wi-mark-now').count(), 0);
      assert.ok((await page.locator('.what-if vscode-button').getAttribute('disabled')) !== null);
    });

    await t.step(
      'arrow keys move the learning rate; trajectory, jitter and margin follow in the next frame',
      async () => {
        const before = {
          margin: await value('margin'),
          jitter: await value('jitter'),
          line: await line('wi-now'),
        };
        await slider('learning rate').focus();
        for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
        await settled();
        assert.equal(await slider('learning rate').getAttribute('aria-valuetext'), '×2 = 0.0020');
        const margin = await value('margin');
        assert.ok(Math.abs(number(margin.value) / number(before.margin.value) - 0.5) < 0.02, margin.value);
        assert.match(margin.meaning, /^the run’s own: 3\d/);
        assert.ok(number((await value('jitter')).value) > number(before.jitter.value));
        assert.notEqual(await line('wi-now'), before.line);
        assert.equal(await line('wi-own'), before.line, 'the run’s own curve stays');
        assert.match(
          await mapText(),
          /With learning rate ×2 = 0\.0020: k 0\.0\d+ .*, swings past the plateau/,
        );
        assert.match(await page.locator('.what-if output').innerText(), /^With learning rate ×2/);
      },
    );
    await t.screenshot(page, 'rate');

    await t.step('a far larger rate makes the run unstable, and it says so in words', async () => {
      await field('learning rate').fill('60');
      await settled();
      assert.match((await value('reward at step')).value, /does not settle/);
      assert.match((await value('jitter')).value, /no bound/);
      assert.match(await mapText(), /swings that grow/);
    });

    await t.step('a field takes any value in its range, and marks what it cannot take', async () => {
      await field('momentum').fill('0.97');
      await settled();
      assert.match(await mapText(), /momentum 0\.97/);
      assert.equal(
        await page.locator('.wi-threshold.wi-moved').count(),
        1,
        'thresholds at the other momentum',
      );
      await field('momentum').fill('1.2');
      assert.equal(await field('momentum').getAttribute('aria-invalid'), 'true');
      await page.keyboard.press('Tab');
      assert.equal(await field('momentum').inputValue(), '0.97');
    });

    await t.step('Reset goes back to the run', async () => {
      await page.getByText('Reset', { exact: true }).click();
      await settled();
      assert.equal(await field('momentum').inputValue(), '0.9');
      assert.equal(await page.locator('.wi-mark-now').count(), 0);
      assert.match(await page.locator('.what-if output').innerText(), /^At the run’s own settings/);
    });

    await t.step('what was moved stands where it stood when the page is loaded again', async () => {
      await field('refresh every').fill('8');
      await page.keyboard.press('Tab');
      await settled();
      const state = await stage.state();
      assert.deepEqual(state.view.moved, { refreshInterval: 8 });
      await open('told', { state });
      assert.equal(await field('refresh every').inputValue(), '8');
      assert.equal(await field('momentum').inputValue(), '0.9');
      assert.equal(await page.locator('.wi-mark-now').count(), 1);
      await page.getByText('Reset', { exact: true }).click();
      await settled();
      assert.deepEqual((await stage.state()).view.moved, {});
    });

    await t.step('the mouse drags the refresh interval over the threshold', async () => {
      const box = await slider('refresh every').boundingBox();
      await page.mouse.move(box.x + 0.17 * box.width, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 8 });
      await page.mouse.up();
      await settled();
      assert.equal(await field('refresh every').inputValue(), '128');
      assert.match(await mapText(), /With refresh every 128 optimizer steps: .* swings that grow/);
    });
    await t.screenshot(page, 'refresh');

    await t.step(
      'with SGD a larger group leaves the mean path and calms the jitter; with Adam it moves k',
      async () => {
        await open('told');
        const jitter = number((await value('jitter')).value);
        await field('group size').fill('32');
        await settled();
        assert.equal(await line('wi-own'), await line('wi-now'));
        assert.ok(Math.abs(number((await value('jitter')).value) / jitter - 0.5) < 0.02);
        await open('told-adam');
        const known = !(await slider('learning rate').isDisabled());
        await field('group size').fill('32');
        await settled();
        assert.match(await page.locator('.wi-rows').innerText(), known ? /the run’s own/ : /not known/);
      },
    );

    await t.step('what is not known cannot be moved, and says what to give', async () => {
      await open('told-less');
      assert.ok(await slider('group size').isDisabled());
      assert.match(
        await page.locator('.setting', { hasText: 'group size' }).innerText(),
        /give --group-size and --optimizer/,
      );
      assert.match(await page.locator('.wi-settings').innerText(), /grpo-dynamics\.json beside the log/);
      await open('too-early');
      for (const name of ['learning rate', 'momentum', 'refresh every', 'group size'])
        assert.ok(await slider(name).isDisabled(), name);
      assert.equal(await page.locator('.wi-drawing:visible').count(), 0, 'no map of nothing');
    });

    for (const theme of ['dark', 'light', 'hc-dark', 'hc-light'])
      await t.step(`${theme}: axe finds nothing serious, nothing is faint or sticks out`, async () => {
        for (const width of [420, 1400]) {
          await page.setViewportSize({ width, height: 900 });
          await open('told', { theme });
          await field('learning rate').fill('4');
          await field('momentum').fill('0.95');
          await settled();
          assert.deepEqual(await seriousOf(page), []);
          assert.deepEqual(await page.evaluate(faint, { text: 4.5, sign: 3 }), []);
          assert.ok((await page.evaluate('document.documentElement.scrollWidth - innerWidth')) <= 0);
          await page.locator('.what-if').scrollIntoViewIfNeeded();
          await page.locator('.what-if').screenshot({ path: `${t.dir}/what-if-${theme}-${width}.png` });
        }
      });
    await t.expectQuiet(page);
  } finally {
    await close();
  }
}
