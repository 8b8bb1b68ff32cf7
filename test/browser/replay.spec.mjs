import assert from 'node:assert/strict';
import { openFile, panel, runCommand } from '../harness/workbench.mjs';
import { seriousOf } from './axe.mjs';
import { FIT, openExamples } from './examples.mjs';
import { faint } from './page/contrast.mjs';
import { openStage } from './page/stage.mjs';
import { until } from './until.mjs';

/** "What would we have said at step X": with keys and mouse, and with the real host refitting. */
export async function run(t) {
  await onStage(t);
  await inEditor(t);
}

async function onStage(t) {
  const stage = await openStage(t);
  const { page, open, settled, posted, digest, post, close } = stage;
  const slider = page.getByRole('slider', { name: 'replay' });
  const field = page.getByRole('spinbutton', { name: 'Replay step, value' });
  const headline = () => page.locator('.replay-headline').innerText();
  const answered = (words) => until(headline, (text) => words.test(text), `an answer like ${words}`);
  try {
    await t.step('the slider stands at now, and nothing is asked', async () => {
      await open('told');
      assert.equal(await slider.getAttribute('aria-valuetext'), 'now');
      assert.match(await headline(), /^Drag back/);
      assert.deepEqual(await posted('replay'), []);
    });

    await t.step(
      '← goes back in the run: forecast of then over the chart, what came, and the error',
      async () => {
        const before = await digest('.plot-canvas');
        await slider.focus();
        await page.keyboard.press('ArrowLeft');
        await answered(/^At step 29\d \(29\d rows\) we would have said/);
        for (let i = 0; i < 8; i++) await page.keyboard.press('PageDown');
        await until(
          () => slider.getAttribute('aria-valuetext'),
          (text) => text !== 'step 298',
          'an earlier step',
        );
        await answered(
          /we would have said \d\.\d+ .* for a row at step \d+\. It came out at 0\.\d+: .*(too (low|high)|no error).* rows since lay/,
        );
        assert.match(await page.locator('.replay-sentence').innerText(), /^It said: /);
        assert.notEqual(await digest('.plot-canvas'), before);
        assert.match(await page.locator('.legend').innerText(), /replay: fit and forecast of then/);
      },
    );
    await t.screenshot(page, 'answer');

    await t.step('near the start it says that it was too early', async () => {
      await page.keyboard.press('Home');
      for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
      await answered(/it was too early to say where it goes/);
    });

    await t.step('a typed step is replayed, and an answer for another step changes nothing', async () => {
      await field.fill('150');
      await page.keyboard.press('Enter');
      await answered(/^At step 150 \(151 rows\)/);
      const said = await headline();
      await post({ type: 'replay', step: 20, replay: null, reason: 'late' });
      await settled();
      assert.equal(await headline(), said);
    });

    await t.step('the mouse drags; what is asked last is what is shown', async () => {
      const box = await slider.boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 0.7 * box.width, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
      await answered(/^At step 2[01]\d/);
      const asked = (await posted('replay')).at(-1).step;
      assert.match(await headline(), new RegExp(`^At step ${asked} `));
    });

    await t.step('“now” takes it away', async () => {
      await page.locator('.replay vscode-button').click();
      await settled();
      assert.match(await headline(), /^Drag back/);
      assert.doesNotMatch(await page.locator('.legend').innerText(), /replay/);
      assert.deepEqual((await posted('replay')).at(-1), { type: 'replay', step: null });
    });

    await t.step('a new reading keeps the step and asks again', async () => {
      await field.fill('120');
      await page.keyboard.press('Enter');
      await answered(/^At step 120/);
      const count = (await posted('replay')).length;
      await page.evaluate(() => window.stage.play('told', 2));
      await until(
        async () => (await posted('replay')).length,
        (now) => now > count,
        'another question',
      );
      assert.equal((await posted('replay')).at(-1).step, 120);
    });

    await t.step('a page that is loaded again replays the same step', async () => {
      const state = await stage.state();
      assert.equal(state.view.replay, 120);
      await open('told', { state });
      await answered(/^At step 120 \(121 rows\)/);
    });

    for (const theme of ['dark', 'light', 'hc-dark', 'hc-light'])
      await t.step(`${theme}: axe finds nothing serious, nothing is faint or sticks out`, async () => {
        for (const width of [420, 1400]) {
          await page.setViewportSize({ width, height: 900 });
          await open('told', { theme });
          await field.fill('60');
          await page.keyboard.press('Enter');
          await answered(/^At step 60 .*rows since/);
          assert.deepEqual(await seriousOf(page), []);
          assert.deepEqual(await page.evaluate(faint, { text: 4.5, sign: 3 }), []);
          assert.ok((await page.evaluate('document.documentElement.scrollWidth - innerWidth')) <= 0);
          await t.screenshot(page, `replay-${theme}-${width}`);
        }
      });
    await t.expectQuiet(page);
  } finally {
    await close();
  }
}

/** The host refits the real log. */
async function inEditor(t) {
  if (t.vsix === null) {
    t.skip('in the editor', 'no packaged extension');
    return;
  }
  const { page, folder, file } = await openExamples(t);
  const until150 = t.cli('fit', '--json', '--until', '150', file('healthy'));
  const sentence = JSON.parse(until150.stdout).interpretation.sentences[0];

  await t.step(
    'in the editor the host fits the rows up to the step: the command line’s sentence for --until',
    async () => {
      await openFile(page, folder, file('healthy'));
      await runCommand(page, FIT);
      const view = panel(page);
      await view.locator('dl.constants .constant').first().waitFor();
      const field = view.getByRole('spinbutton', { name: 'Replay step, value' });
      await field.fill('150');
      await field.press('Enter');
      await until(
        () => view.locator('.replay-sentence').innerText(),
        (text) => text === `It said: ${sentence}`,
        `the sentence “${sentence}”`,
      );
      assert.match(
        await view.locator('.replay-headline').innerText(),
        /^At step 150 \(\d+ rows\).* It came out at 0\.\d+/,
      );
    },
  );
  await t.screenshot(page, 'editor');
}
