// Dragging a zoomed chart: frames a second with a log of 100,000 rows, its fit, bands and small charts on the page,
// against the same page with two points and nothing else, in the same browser, taken in turns.
import { servePage } from '../browser/page/serve.mjs';
import { launchBrowser } from '../harness/browser.mjs';

const ROUNDS = 5;
const SECONDS = 2;
const VIEWPORT = { width: 1400, height: 900 };
const EMPTY = {
  type: 'points',
  revision: 1,
  fileName: 'run.jsonl',
  uri: 'file:///run.jsonl',
  runs: [null],
  selectedRun: 0,
  points: { steps: [0, 100_000], rewards: [0.2, 0.8], lines: [1, 2] },
};

/** Runs in the page: zooms in, then drags to and fro, one move of the pointer a frame; frames a second. */
function drag(seconds) {
  const plot = document.querySelector('.plot');
  const { left, top, width } = plot.getBoundingClientRect();
  for (let i = 0; i < 3; i += 1) plot.dispatchEvent(new KeyboardEvent('keydown', { key: '+' }));
  const send = (type, x) =>
    plot.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + x,
        clientY: top + 80,
        pointerId: 1,
        button: 0,
        bubbles: true,
      }),
    );
  // The pointer is a made-up one, which the browser has no capture for.
  plot.setPointerCapture = () => undefined;
  const middle = width / 2;
  send('pointerdown', middle);
  return new Promise((resolve) => {
    const start = performance.now();
    let frames = 0;
    const frame = () => {
      const passed = performance.now() - start;
      if (passed >= 1000 * seconds) {
        send('pointerup', middle);
        resolve((1000 * frames) / passed);
        return;
      }
      frames += 1;
      send('pointermove', middle + 0.3 * middle * Math.sin(frames / 12));
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function frameRate(page, url, smoothing) {
  await page.goto(url);
  if (url.endsWith('none')) await page.evaluate((message) => window.stage.post(message), EMPTY);
  await page.locator('.plot-canvas').waitFor();
  await page.waitForTimeout(300);
  if (smoothing !== null) {
    const list = page.locator('vscode-dropdown[aria-label^="Smoothing"]');
    await list.click();
    await list.getByRole('option', { name: smoothing }).click();
  }
  return page.evaluate(drag, SECONDS);
}

const row = (name, ours, theirs) => ({
  name,
  // A ratio above 1 is slower, as in every other row.
  ours: 1000 / ours,
  theirs: 1000 / theirs,
  unit: 'ms',
  must: null,
  aim: 2,
  ratio: theirs / ours,
});

/** Milliseconds from frame to frame while dragging: plain, and with smoothing. */
export async function bench() {
  const server = await servePage();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const rates = { empty: [], plain: [], smooth: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const empty = await frameRate(page, `${server.url}/page.html?theme=dark&fixture=none`, null);
      const plain = await frameRate(page, `${server.url}/page.html?theme=dark&fixture=huge`, null);
      const smooth = await frameRate(page, `${server.url}/page.html?theme=dark&fixture=huge`, 'EMA');
      // The first round warms the browser up.
      if (round === 0) continue;
      rates.empty.push(empty);
      rates.plain.push(plain);
      rates.smooth.push(smooth);
    }
    const empty = median(rates.empty);
    return [
      row('page: a frame of a drag, 100,000 rows / empty chart', median(rates.plain), empty),
      row('page: the same with smoothing / empty chart', median(rates.smooth), empty),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
