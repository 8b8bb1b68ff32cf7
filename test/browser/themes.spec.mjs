import assert from 'node:assert/strict';
import { explorerRow, panel, runFromContextMenu, setTheme, unfoldTo } from '../harness/workbench.mjs';
import { EXAMPLES, FIT_IN_MENU, openExamples } from './examples.mjs';
import { chartPixels, readPanel } from './panelReader.mjs';
import { until } from './until.mjs';

const THEMES = [
  { label: 'Light Modern', kind: 'vscode-light', picture: 'panel-light' },
  { label: 'Dark High Contrast', kind: 'vscode-high-contrast', picture: null },
  { label: 'Light High Contrast', kind: 'vscode-high-contrast-light', picture: null },
];

/** The panel follows the theme, chart included, without being opened again; the README's pictures are taken here. */
export async function run(t) {
  const { page, folder, file } = await openExamples(t);
  for (const name of Object.keys(EXAMPLES)) await unfoldTo(page, folder, file(name));
  const row = explorerRow(page, file('healthy'));
  await runFromContextMenu(page, row, FIT_IN_MENU);
  await readPanel(page);
  const view = panel(page);
  await until(
    () => chartPixels(page),
    ({ drawn }) => drawn > 2_000,
    'a drawn chart',
  );
  await t.picture(page, 'panel-dark');

  let before = await chartPixels(page);
  for (const { label, kind, picture } of THEMES)
    await t.step(`${label}: the page and its chart take the new colours`, async () => {
      const words = await readPanel(page);
      await setTheme(page, label);
      await view.locator(`body.${kind}`).waitFor();
      const seen = await until(
        () => chartPixels(page),
        ({ digest }) => digest !== before.digest,
        'a repainted chart',
      );
      assert.ok(seen.drawn > 2_000, 'the chart is drawn');
      before = seen;
      assert.deepEqual(await readPanel(page), words, 'the words stay as they were');
      if (picture) await t.picture(page, picture);
      else await t.screenshot(page, kind);
    });

  await t.expectQuiet(page);
}
