import assert from 'node:assert/strict';
import { faint } from './page/contrast.mjs';
import { servePage } from './page/serve.mjs';
import { until } from './until.mjs';

const THEMES = ['dark', 'light', 'hc-dark', 'hc-light'];
const WIDTHS = [420, 1400];
/** Between them these show every part of the page; the other situations differ in numbers only. */
const IN_EVERY_THEME = ['rising', 'no-trend', 'reading', 'failed', 'runs'];
const FIXTURES = [
  'rising',
  'plateaued',
  'ringing',
  'too-early',
  'no-trend',
  'many',
  'points',
  'reading',
  'reading-unknown',
  'failed',
  'failed-after',
  'gone',
  'runs',
  'hostile',
];

/** A number that changes when the chart's picture does. */
const chartDigest = (page) =>
  page.locator('.plot-canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value, i) => (sum + value * ((i % 9973) + 1)) % 2147483647, 0);
  });

const spoken = (page) => page.locator('[aria-live="polite"]').innerText();
const posted = (page, type) =>
  page.evaluate((wanted) => window.stage.posted.filter((message) => message.type === wanted), type);
const post = (page, message) => page.evaluate((data) => window.stage.post(data), message);
const reading = (revision, bytes, totalBytes) => ({
  type: 'reading',
  revision,
  fileName: 'run.jsonl',
  uri: 'file:///runs/run.jsonl',
  bytes,
  totalBytes,
});
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The panel's page alone, under its policy, with a host that is played: every state, theme and width. */
export async function run(t) {
  const server = await servePage();
  const page = await t.newPage();
  const open = async (fixture, { theme = 'dark', state = null } = {}) => {
    const query = new URLSearchParams({
      fixture,
      theme,
      ...(state === null ? {} : { state: JSON.stringify(state) }),
    });
    await page.goto(`${server.url}/page.html?${query}`);
    await page.locator('main h1').waitFor();
    await settled(page);
  };
  try {
    await looks(t, page, open);
    await stages(t, page, open);
    await keyboard(t, page, open);
    await keeps(t, page, open);
    await t.step('the page weighs less than 380 KB', () => assert.ok(server.scriptBytes < 380 * 1024));
    await t.expectQuiet(page);
  } finally {
    await server.close();
  }
}

async function looks(t, page, open) {
  for (const width of WIDTHS)
    await t.step(`at ${width} px nothing sticks out, nothing is faint, no policy is broken`, async () => {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of THEMES)
        for (const fixture of theme === 'dark' ? FIXTURES : IN_EVERY_THEME) {
          await open(fixture, { theme });
          for (const summary of await page.locator('summary:visible').all()) await summary.click();
          const place = `${fixture} in ${theme}`;
          const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          assert.ok(overflow <= 0, `${place}: ${overflow} px stick out`);
          assert.deepEqual(await page.evaluate('window.stage.violations'), [], place);
          if (fixture.includes('after') || fixture === 'gone') continue;
          assert.deepEqual(await page.evaluate(faint, { text: 4.5, sign: 3 }), [], place);
        }
    });

  await t.step('text of a log stays text', async () => {
    await open('hostile');
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.equal(await page.locator('main img').count(), 0);
    assert.match(await page.locator('h1').innerText(), /<img src=x onerror=alert\(1\)>/);
  });

  await t.step('a new theme repaints the chart', async () => {
    await open('rising');
    const before = await chartDigest(page);
    await page.evaluate(() => window.stage.theme('light'));
    await until(
      () => chartDigest(page),
      (now) => now !== before,
      'another picture',
    );
  });

  await t.step(
    'of 10,000 points 2,000 are drawn, and the page says so; zooming in draws them all',
    async () => {
      await open('many');
      const note = page.locator('.chart-foot .amount');
      assert.match(await note.innerText(), /^drawing [12],\d{3} of 10,000 points; all points were fitted$/);
      await page.locator('.plot').focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press('+');
      await until(
        () => note.innerText(),
        (text) => text === '',
        'no note',
      );
    },
  );
}

async function stages(t, page, open) {
  await t.step('points are drawn before the fit, and the chart does not move when it comes', async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await open('points');
    const before = await page.locator('.plot').boundingBox();
    const drawn = await chartDigest(page);
    assert.ok(drawn > 0);
    assert.match(await page.locator('.first-sentence').innerText(), /the fit follows/);
    await page.evaluate(() => window.stage.play('rising'));
    await page.locator('dl.constants').waitFor();
    assert.deepEqual(await page.locator('.plot').boundingBox(), before);
    assert.notEqual(await chartDigest(page), drawn);
  });

  await t.step('a late message changes nothing', async () => {
    await open('failed-after');
    const text = await page.locator('main').innerText();
    await page.evaluate(() => window.stage.play('rising'));
    await settled(page);
    assert.equal(await page.locator('main').innerText(), text);
  });

  await t.step('an error says what, where and what to do, over the last good picture', async () => {
    await open('failed-after');
    const notice = await page.locator('.notice').innerText();
    for (const words of [/no reward column/, /line 1/, /Name the column/, /last good reading/])
      assert.match(notice, words);
    await page.locator('.picture.stale .plot').waitFor();
    await page.getByText('Read again').click();
    assert.equal((await posted(page, 'retry')).length, 1);
  });

  await t.step('a file that is gone is told, and comes back', async () => {
    await open('gone');
    assert.match(await page.locator('.notice').innerText(), /is gone/);
    await page.evaluate(() => window.stage.play('rising', 3));
    await page.locator('.picture:not(.stale)').waitFor();
    assert.ok(await page.locator('.notice').isHidden());
  });

  await t.step('reading shows bytes and can be cancelled', async () => {
    await open('reading');
    assert.match(await page.locator('.notice').innerText(), /3\.4 MB of 11\.8 MB/);
    await page.getByText('Cancel').click();
    assert.equal((await posted(page, 'cancel')).length, 1);
  });

  await t.step('progress leaves Cancel where it is: in focus, and under the pointer', async () => {
    await open('reading');
    const cancel = page.locator('.notice vscode-button');
    await cancel.focus();
    await cancel.hover();
    await page.mouse.down();
    await post(page, reading(1, 6_200_000, 12_400_000));
    await page.getByText('5.9 MB of 11.8 MB').waitFor();
    await page.mouse.up();
    assert.equal((await posted(page, 'cancel')).length, 1, 'the click arrives');
    assert.ok(await cancel.evaluate((node) => node === document.activeElement), 'it keeps the focus');
    const bar = await page.locator('.notice progress').evaluate(({ value, max }) => ({ value, max }));
    assert.deepEqual(bar, { value: 6_200_000, max: 12_400_000 });
  });

  await t.step('another run of the file is one choice away', async () => {
    await open('runs');
    const picker = page.locator('.runs vscode-dropdown');
    assert.equal(await page.locator('h1').innerText(), 'group size 16');
    await picker.click();
    await page.locator('vscode-option', { hasText: 'no KL' }).click();
    await until(
      () => page.locator('h1').innerText(),
      (name) => name === 'no KL',
      'the other run',
    );
    assert.deepEqual(await posted(page, 'selectRun'), [{ type: 'selectRun', index: 2 }]);
  });
}

async function keyboard(t, page, open) {
  await t.step('arrow keys step through the points, and what is there is spoken', async () => {
    await open('rising');
    await page.locator('.plot').focus();
    const steps = [
      ['Home', /^step 0,/],
      ['ArrowRight', /^step 1,/],
      ['Shift+ArrowRight', /^step 11, reward 0\.\d+, .* the fit, line 12, entropy \d/],
      ['ArrowLeft', /^step 10,/],
      ['End', /^step 419,/],
      ['f', /^step 310,/],
    ];
    for (const [key, words] of steps) {
      await page.keyboard.press(key);
      assert.match(await spoken(page), words, key);
    }
    assert.match(await page.locator('.readout').innerText(), /step 310/);
  });

  await t.step('Enter and a click open the line of the log', async () => {
    await page.keyboard.press('Enter');
    assert.deepEqual(await posted(page, 'revealLine'), [{ type: 'revealLine', line: 311 }]);
    await page.locator('.plot').click({ position: { x: 400, y: 200 } });
    const [, clicked] = await posted(page, 'revealLine');
    assert.ok(clicked.line > 1 && clicked.line < 419);
  });

  await t.step('plus, minus and zero zoom', async () => {
    const window = () => page.evaluate('window.stage.state.view.window');
    await page.keyboard.press('+');
    const [low, high] = await window();
    assert.ok(high - low < 419 && low >= -10);
    await page.keyboard.press('-');
    assert.equal(await window(), null);
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    assert.equal(await window(), null);
  });

  await t.step('Tab goes through the page as it is drawn', async () => {
    await open('runs');
    const tops = [];
    const names = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const node = document.activeElement;
        if (node === document.body) return null;
        const { top } = node.getBoundingClientRect();
        return {
          name: (node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 40),
          top: top + window.scrollY,
        };
      });
      if (at === null) break;
      names.push(at.name);
      tops.push(at.top);
    }
    assert.ok(names.length >= 10, `only ${names.join(', ')}`);
    assert.ok(
      names.some((name) => name.startsWith('Reward by step')),
      'the chart can be reached',
    );
    // Within a line of buttons the tops may differ by some pixels.
    for (const [i, top] of tops.slice(1).entries())
      assert.ok(top > tops[i] - 40, `${names[i + 1]} comes before ${names[i]}`);
  });

  await t.step('every part has a name, and the headings do not skip', async () => {
    await open('rising');
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('section, canvas, progress, [role=application], [role=group]')]
        .filter(
          (node) =>
            !node.closest('[aria-hidden]') &&
            !node.hasAttribute('aria-label') &&
            !node.hasAttribute('aria-labelledby'),
        )
        .map((node) => node.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(nameless, []);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1])),
    );
    assert.equal(levels[0], 1);
    for (const [i, level] of levels.slice(1).entries()) assert.ok(level <= levels[i] + 1, levels.join(' '));
  });
}

async function keeps(t, page, open) {
  await t.step('log, folds and zoom are kept over a reload', async () => {
    await open('rising');
    await page.locator('summary', { hasText: 'Model comparison' }).click();
    await page.locator('.plot').focus();
    await page.keyboard.press('+');
    await until(
      () => page.evaluate('window.stage.state?.view.open'),
      (names) => names?.includes('models'),
      'the saved fold',
    );
    const state = await page.evaluate('window.stage.state');
    assert.equal(state.uri, 'file:///runs/run.jsonl');
    await open('rising', { state });
    assert.ok(await page.locator('table.models').isVisible());
    assert.deepEqual(await page.evaluate('window.stage.state'), state);
  });

  await t.step(
    'progress of a new reading neither redraws the chart nor silences what is spoken',
    async () => {
      await page.locator('.plot').focus();
      await page.keyboard.press('End');
      const said = await spoken(page);
      assert.match(said, /^step 419,/);
      await page.evaluate(() => {
        const { getContext } = HTMLCanvasElement.prototype;
        const drawing = getContext.call(document.querySelector('.plot-canvas'), '2d');
        const { clearRect } = drawing;
        window.drawings = 0;
        drawing.clearRect = function (...area) {
          window.drawings += 1;
          return clearRect.apply(this, area);
        };
      });
      for (const bytes of [5, 10, 15]) await post(page, reading(2, bytes, 20));
      await page.getByText('reading 15 bytes of 20 bytes').waitFor();
      await settled(page);
      assert.equal(await page.evaluate('window.drawings'), 0);
      assert.equal(await spoken(page), said);
      await page.evaluate(() => window.stage.theme('light'));
      await until(
        () => page.evaluate('window.drawings'),
        (count) => count > 0,
        'a drawing that is counted',
      );
      await page.evaluate(() => window.stage.play('rising', 2));
      await page.getByText('reading 15 bytes').waitFor({ state: 'detached' });
    },
  );

  await t.step('a new reading keeps the cursor, the zoom and what is open', async () => {
    await page.locator('.plot').focus();
    await page.keyboard.press('Home');
    const said = await page.locator('.readout').innerText();
    const { view } = await page.evaluate('window.stage.state');
    await post(page, reading(3, 10, 20));
    await page.getByText('reading 10 bytes of 20 bytes').waitFor();
    await page.evaluate(() => window.stage.play('rising', 3));
    await page.getByText('reading 10 bytes').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.readout').innerText(), said);
    assert.deepEqual((await page.evaluate('window.stage.state')).view, view);
    assert.ok(await page.locator('table.models').isVisible());
  });
}
