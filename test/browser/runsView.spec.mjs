import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runFromContextMenu, setTheme } from '../harness/workbench.mjs';
import { openExamples } from './examples.mjs';
import { until } from './until.mjs';

const DECOYS = 300;

/** Five logs are fitted one after the other, in what the editor leaves of the computer. */
const FIT_LIMIT_MS = 120_000;

/** What a person does in the activity bar's Runs view. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t, {
    settings: { 'search.exclude': { '**/archive': true } },
  });
  fillWith(folder, file('ringing'));
  const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Runs' }) });
  const rows = pane.locator('.monaco-list-row');
  const texts = async () => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  const button = (title) => page.locator(`.part.sidebar .action-label[aria-label^="${title}"]`).first();

  await t.step(
    'lists the logs of the workspace, the worst first, each with its curve and state',
    async () => {
      await page.locator('.activitybar .action-label[aria-label^="GRPO Dynamics"]').click();
      const seen = await until(
        texts,
        (all) => all.length === 5 && all.every((text) => /[▁-█]{6}/.test(text)),
        'rows',
        FIT_LIMIT_MS,
      );
      assert.match(seen[0], /^(hacked-proxy|degenerate-groups)/);
      assert.match(seen[0], /reward hacking|advantage degeneracy/);
      assert.ok(
        seen.some((text) => /^ringing.*ringing/.test(text)),
        String(seen),
      );
      await t.screenshot(page, 'dark');
    },
  );

  await t.step('leaves out what search.exclude and package folders hide', async () => {
    const names = (await texts()).join('\n');
    assert.doesNotMatch(names, /archive|node_modules|decoy/);
  });

  await t.step('shows the runs of a log of several', async () => {
    const before = await rows.count();
    await rows.filter({ hasText: 'arms' }).locator('.monaco-tl-twistie').click();
    await until(
      () => rows.count(),
      (count) => count === before + 2,
      'two runs more',
    );
  });

  await t.step('sorts by recency', async () => {
    await button('Sort by recency').click();
    await button('Sort by severity').waitFor();
    await until(texts, ([first]) => first.startsWith('arms'), 'the newest log first');
    await button('Sort by severity').click();
  });

  await t.step('filters while one types, says so, and lets go', async () => {
    await button('Filter…').click();
    await page.locator('.quick-input-widget:visible input.input').fill('ringing');
    await until(
      texts,
      (all) => all.length > 0 && all.every((text) => text.includes('ringing')),
      'one kind of row',
    );
    await page.keyboard.press('Enter');
    await button('Clear the filter').click();
    await until(
      () => rows.count(),
      (count) => count >= 5,
      'all rows',
    );
  });

  await t.step('a click opens the panel; two selected rows open side by side', async () => {
    await rows.filter({ hasText: 'healthy-slow-start' }).click();
    await page.locator('.tab', { hasText: 'healthy-slow-start/trainer_state.json' }).waitFor();
    await rows.filter({ hasText: 'hacked-proxy' }).click({ modifiers: ['ControlOrMeta'] });
    await runFromContextMenu(page, rows.filter({ hasText: 'hacked-proxy' }), 'Open panels side by side');
    await until(
      () => page.locator('.editor-group-container').count(),
      (count) => count === 2,
      'two columns',
    );
    await t.screenshot(page, 'side-by-side');
  });

  await t.step('a new log joins the list, a deleted one leaves it', async () => {
    const late = path.join(folder, 'late', 'metrics.jsonl');
    mkdirSync(path.dirname(late));
    copyFileSync(file('ringing'), late);
    await until(texts, (all) => all.some((text) => /^late(?!r)/.test(text)), 'the new log');
    rmSync(path.dirname(late), { recursive: true });
    await until(texts, (all) => !all.some((text) => /^late(?!r)/.test(text)), 'the log gone');
  });

  await t.step('is as clear in light and in high contrast', async () => {
    for (const [theme, name] of [
      ['Light Modern', 'light'],
      ['Dark High Contrast', 'contrast'],
    ]) {
      await setTheme(page, theme);
      await t.screenshot(page, name);
    }
  });

  await t.expectQuiet(page);
}

/** Files that are no logs, logs in places that are excluded, and a log of two runs. */
function fillWith(folder, log) {
  for (let i = 0; i < DECOYS; i += 1) {
    const place = path.join(folder, 'notes', String(i % 10));
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, `decoy-${i}.json`), JSON.stringify({ note: i }));
  }
  for (const hidden of ['archive/old', 'node_modules/some-package']) {
    mkdirSync(path.join(folder, hidden), { recursive: true });
    copyFileSync(log, path.join(folder, hidden, 'metrics.jsonl'));
  }
  mkdirSync(path.join(folder, 'arms'));
  const rows = ['low', 'high'].flatMap((arm, at) =>
    Array.from(
      { length: 120 },
      (_, i) => `${arm},${i + 1},${(at + 1) * (0.4 - 0.3 * Math.exp(-i / 30)) + 0.01 * Math.sin(7.3 * i)}`,
    ),
  );
  writeFileSync(path.join(folder, 'arms', 'both.csv'), ['arm,step,reward', ...rows, ''].join('\n'));
}
