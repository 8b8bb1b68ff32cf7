import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { panel, runFromContextMenu, setTheme, unfoldTo } from '../harness/workbench.mjs';
import { FIT_IN_MENU, openExamples } from './examples.mjs';
import { readPanel } from './panelReader.mjs';
import { until } from './until.mjs';

/** A run in which three things go wrong one after another, with the columns that tell: the same rows every time. */
function troubledLog() {
  const rows = Array.from({ length: 300 }, (_, i) => {
    const noise = 0.015 * Math.sin(i * i * 12.9898) + 0.01 * Math.sin(i * 7.1);
    const up = 0.2 + 0.55 * (1 - Math.exp(-i / 45));
    const fallen = 1 / (1 + Math.exp(-(i - 235) / 4));
    return {
      step: i + 1,
      reward: up * (1 - fallen) + 0.05 * fallen + noise,
      eval_reward: i % 10 === 0 ? up - 0.004 * Math.max(0, i - 90) + noise / 2 : undefined,
      entropy: 1.3 * Math.exp(-i / 30) + 0.01,
      frac_reward_zero_std: Math.min(0.97, 0.1 + 0.87 / (1 + Math.exp(-(i - 170) / 15))),
      grad_norm: 0.4 + 9 * Math.exp(-(((i - 232) / 6) ** 2)),
    };
  });
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
}

/** The states a person may meet, each in the real editor; with `--pictures` kept in a dark and a light theme. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t);
  const rows = readFileSync(file('ringing'), 'utf8').trimEnd().split('\n');
  const log = (name, text) => {
    writeFileSync(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  };
  const view = panel(page);
  const fit = async (path) => {
    await runFromContextMenu(page, await unfoldTo(page, folder, path), FIT_IN_MENU);
    await view.locator('h1', { hasText: path.split('/').at(-1) }).waitFor();
    return readPanel(page);
  };
  const pictures = async (name) => {
    await t.picture(page, `${name}-dark`);
    if (!t.pictures) return;
    await setTheme(page, 'Light Modern');
    await view.locator('body.vscode-light').waitFor();
    await t.picture(page, `${name}-light`);
    await setTheme(page, 'Dark Modern');
    await view.locator('body.vscode-dark').waitFor();
  };
  const cards = () => view.locator('.findings').innerText();

  await t.step('hacked: the first sentence sends to the finding, the finding has its evidence', async () => {
    const { sentence } = await fit(log('hacked.jsonl', readFileSync(file('hacked'), 'utf8')));
    assert.match(sentence, /look first at what was seen: reward hacking/);
    assert.match(await cards(), /eval_reward/);
    await pictures('hacked');
  });

  await t.step('too early: it says so, and what would be enough', async () => {
    const { sentence } = await fit(log('young.jsonl', `${rows.slice(0, 12).join('\n')}\n`));
    assert.match(sentence, /^Too early: 12 steps have a reward, and a curve can be judged from about 20 on/);
    await pictures('too-early');
  });

  await t.step('several failures: the cause first, and with each what it brought', async () => {
    const path = log('troubled.jsonl', troubledLog());
    const { findings } = t.report(path);
    const [cause] = findings.filter(({ verdict }) => verdict === 'present');
    const brought = findings.filter(({ consequenceOf }) => consequenceOf === cause.mode);
    assert.ok(brought.length >= 2, `${brought.length} consequences of ${cause.mode}`);
    await fit(path);
    const text = await cards();
    for (const { summary } of [cause, ...brought])
      assert.ok(text.includes(summary.slice(0, 60)), `${summary} in ${text}`);
    await pictures('several-findings');
  });

  await t.step(
    'live: the picture grows with the file, and the head says how old the last row is',
    async () => {
      const path = log('live.jsonl', `${rows.slice(0, 60).join('\n')}\n`);
      const before = await fit(path);
      appendFileSync(path, `${rows.slice(60, 180).join('\n')}\n`);
      const words = await until(
        () => readPanel(page),
        ({ sentence }) => sentence !== before.sentence,
        'another first sentence',
      );
      assert.equal(words.sentence, t.report(path).interpretation.sentences[0]);
      assert.match(await view.locator('header').innerText(), /last row|written/);
      await pictures('live');
    },
  );

  await t.step('what if: a moved slider shows another trajectory beside the run’s own', async () => {
    await fit(file('healthy'));
    const slider = view.locator('.what-if input[type="range"]:not([disabled])').first();
    await slider.waitFor();
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
    await view.locator('.what-if').evaluate((node) => node.scrollIntoView());
    await view.locator('.wi-drawing .wi-own').first().waitFor();
    await pictures('what-if');
  });

  await t.expectQuiet(page);
}
