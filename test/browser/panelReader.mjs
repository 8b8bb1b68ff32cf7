import { panel } from '../harness/workbench.mjs';
import { until } from './until.mjs';

/** Texts of the panel as a person reads them: the first sentence and every constant by its name. */
export async function readPanel(page) {
  const view = panel(page);
  await view.locator('dl.constants .constant').first().waitFor();
  const rows = await view
    .locator('dl.constants .constant')
    .evaluateAll((nodes) =>
      nodes.map((node) => [node.querySelector('dt').textContent, node.querySelector('dd').textContent]),
    );
  return {
    title: await view.locator('h1').innerText(),
    sentence: await view.locator('.first-sentence').innerText(),
    constants: Object.fromEntries(rows),
  };
}

const NAMES = { plateau: 'plateau', progress: 'progress', timescale: 'timescale', damping: 'damping ratio' };

/** The texts a Report should lead to in the panel: each constant it knows, as every front end writes it. */
export function expectedTexts(report, { formatQuantity, numberRows }) {
  const rounded = new Map(numberRows(report).filter(([name]) => name === NAMES.progress));
  return Object.entries(NAMES)
    .filter(([key]) => report.interpretation[key] !== null)
    .map(([key, name]) => [name, rounded.get(name) ?? formatQuantity(report.interpretation[key])]);
}

/** Waits until the panel shows this Report's numbers; throws with what it shows instead. */
export function waitForReport(page, report, words) {
  const { firstSentence } = words;
  const expected = expectedTexts(report, words);
  return until(
    () => readPanel(page),
    ({ sentence, constants }) =>
      sentence === firstSentence(report) &&
      expected.every(([name, text]) => constants[name]?.startsWith(text)),
    `the panel to show ${JSON.stringify(Object.fromEntries(expected))} under "${firstSentence(report)}"`,
  );
}

/** How many pixels of the chart are drawn, and a digest of them: a repaint in other colours changes it. */
export const chartPixels = (page) =>
  panel(page)
    .locator('canvas')
    .first()
    .evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let drawn = 0;
      let digest = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] > 0) drawn += 1;
        digest = (digest * 31 + data[i] * 65536 + data[i + 1] * 256 + data[i + 2]) % 2147483647;
      }
      return { drawn, digest };
    });
