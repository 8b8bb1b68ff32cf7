import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seriousOf } from './axe.mjs';
import { realHost } from './page/realHost.mjs';
import { openStage } from './page/stage.mjs';
import { foreignTexts, keepPaintedTexts, textsOnPage } from './page/wordsOnPage.mjs';

const LANGUAGE = 'zh-cn';
const LOGS = [
  'examples/ringing/metrics.jsonl',
  'examples/hacked-proxy/metrics.jsonl',
  'examples/degenerate-groups/metrics.csv',
  'examples/healthy-slow-start/trainer_state.json',
];

/** Names that are the same in every language: methods, formats, keys of the keyboard, units, symbols. */
const NAMES = [
  ...['GRPO', 'Dynamics', 'KL', 'Adam', 'AdamW', 'SGD', 'BIC', 'EMA', 'TRL', 'verl', 'token', 'tokens'],
  ...[
    'JSON',
    'CSV',
    'HTML',
    'SVG',
    'PNG',
    'Markdown',
    'jsonl',
    'csv',
    'trainer_state',
    'grpo',
    'dynamics',
    'json',
  ],
  ...['Shift', 'Home', 'End', 'Page', 'Up', 'Down', 'Enter', 'Ctrl', 'KB', 'MB', 'min', 'ms'],
  ...['SSE', 'SST', 'Var', 'var', 'ln', 'mk', 'thr', 'osc', 'now', 'process'],
];

/** What stands in the played host's log of a run whose settings are all told. */
const TOLD = [
  ...['run', 'jsonl', 'config', 'yaml', 'reward', 'step', 'entropy'],
  ...['optimizer', 'sgd', 'beta', 'refreshInterval', 'learningRate', 'groupSize'],
];

/** What the log itself calls its columns, runs and settings. */
function wordsOfLog({ fileName, report }) {
  const { metrics, config, source } = report;
  const own = [fileName, Object.values(metrics), source.rewardColumns];
  const set = [Object.keys(config), Object.values(config).map(({ value }) => value)];
  return new Set(JSON.stringify([own, set]).match(/[A-Za-z]{2,}/g));
}

async function drawn(stage, message) {
  await stage.open('none', { language: LANGUAGE });
  await stage.post(message);
  await stage.page.locator('.constants dt').first().waitFor({ state: 'attached' });
  for (const summary of await stage.page.locator('summary:visible').all()) await summary.click();
  await stage.settled();
}

/** The page in Simplified Chinese: what real logs make the engine and the page say, in every part of it. */
export async function run(t) {
  const stage = await openStage(t);
  const { page, open, post, settled } = stage;
  await page.addInitScript(keepPaintedTexts);
  const host = await realHost(LANGUAGE);
  const messages = new Map();
  for (const log of LOGS) messages.set(log, await host.messageFor(log));
  const noEnglish = async (known) => assert.deepEqual(foreignTexts(await textsOnPage(page), known), []);
  try {
    for (const [log, message] of messages) {
      const known = new Set([...NAMES, ...wordsOfLog(message)]);
      await t.step(`${log}: no English word is shown, painted or spoken`, async () => {
        await drawn(stage, message);
        assert.equal(await page.evaluate('document.documentElement.lang'), LANGUAGE);
        await noEnglish(known);
      });
    }

    await t.step('nor when a run is asked "what if", replayed and read with the keyboard', async () => {
      await open('told', { language: LANGUAGE });
      for (const slider of await page.locator('.wi-settings input[type=range]').all())
        await slider.press('ArrowRight');
      await page.locator('.plot').focus();
      for (const key of ['End', 'ArrowLeft', 'f']) await page.keyboard.press(key);
      await page.locator('#replay').fill('100');
      await page.locator('.replay-sentence').filter({ hasText: /\d/ }).waitFor();
      await noEnglish(new Set([...NAMES, ...TOLD]));
    });

    await t.step('nor in what stands where there is no fit', async () => {
      const short = path.join(t.dir, 'short.jsonl');
      mkdirSync(t.dir, { recursive: true });
      writeFileSync(
        short,
        Array.from({ length: 6 }, (_, i) => `{"step": ${i}, "reward": 0.${i}}\n`).join(''),
      );
      for (const log of [short, path.join(t.dir, 'missing.jsonl')]) {
        await open('none', { language: LANGUAGE });
        await noEnglish(new Set(NAMES));
        const message = await host.messageFor(log);
        await post(message);
        await settled();
        const known = message.type === 'analysis' ? wordsOfLog(message) : log.match(/[A-Za-z]{2,}/g);
        await noEnglish(new Set([...NAMES, ...known]));
      }
      await post({ type: 'gone', revision: 9, fileName: 'run.jsonl' });
      await settled();
      await noEnglish(new Set([...NAMES, 'run', 'jsonl', 'missing']));
      for (const fixture of ['reading', 'reading-unknown', 'points']) {
        await open(fixture, { language: LANGUAGE });
        await noEnglish(new Set([...NAMES, 'run', 'jsonl', 'log', 'train']));
      }
    });

    for (const [theme, width, log] of [
      ['dark', 420, LOGS[0]],
      ['light', 1200, LOGS[1]],
    ])
      await t.step(`${theme} at ${width} px: nothing sticks out, axe finds nothing serious`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await open('none', { language: LANGUAGE, theme });
        await post(messages.get(log));
        await settled();
        for (const summary of await page.locator('summary:visible').all()) await summary.click();
        assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
        assert.deepEqual(await seriousOf(page), []);
      });
    await t.expectQuiet(page);
  } finally {
    await stage.close();
  }
}
