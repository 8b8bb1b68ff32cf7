// The panel's page without the editor around it: when 1,000 raw points are on the screen against when an empty page
// is, in the same browser, taken in turns; and what moving through 10,000 points costs of a frame.
import { servePage } from '../browser/page/serve.mjs';
import { launchBrowser } from '../harness/browser.mjs';

const ROUNDS = 15;
const WARM_UP = 3;
const FRAME_MS = 1000 / 60;
const VIEWPORT = { width: 1400, height: 900 };

/** Plays the host with made-up points; notes when the picture, or in an empty page the page, has reached the screen. */
const BARE = `
  const count = Number(new URLSearchParams(location.search).get('points'));
  const steps = Array.from({ length: count }, (_, i) => i);
  const rewards = steps.map((i) => 0.8 - 0.6 * Math.exp(-i / (count / 5)) + 0.05 * Math.sin(i * i));
  const shown = () => requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = performance.now(); }));
  window.acquireVsCodeApi = () => ({
    getState: () => undefined,
    setState: () => undefined,
    postMessage: ({ type }) => {
      if (type !== 'ready') return;
      window.postMessage({ type: 'points', revision: 1, fileName: 'run.jsonl', uri: 'file:///run.jsonl', runs: [null],
        selectedRun: 0, points: { steps, rewards, lines: steps.map((i) => i + 1) } }, '*');
      new MutationObserver((_, observer) => {
        if (document.querySelector('.picture[hidden]') !== null) return;
        observer.disconnect();
        shown();
      }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['hidden'] });
    },
  });
  if (count === 0) addEventListener('DOMContentLoaded', shown);
`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function paintTime(page, url) {
  await page.goto(url);
  await page.waitForFunction('window.painted !== undefined');
  return page.evaluate('window.painted');
}

async function firstPaint(page, url) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const empty = await paintTime(page, `${url}/empty.html?points=0`);
    const panel = await paintTime(page, `${url}/bare.html?points=1000`);
    if (round < WARM_UP) continue;
    theirs.push(empty);
    ours.push(panel);
  }
  return [median(ours), median(theirs)];
}

/** Median milliseconds the page works on one event of the pointer or one zoom. */
function eventCosts(page) {
  return page.evaluate(() => {
    const plot = document.querySelector('.plot');
    const time = (event) => {
      const start = performance.now();
      plot.dispatchEvent(event);
      return performance.now() - start;
    };
    const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const { left, top } = plot.getBoundingClientRect();
    const moves = Array.from({ length: 200 }, (_, i) =>
      time(
        new window.PointerEvent('pointermove', {
          clientX: left + 80 + 5 * i,
          clientY: top + 100,
          bubbles: true,
        }),
      ),
    );
    const zooms = Array.from({ length: 40 }, (_, i) =>
      time(new window.KeyboardEvent('keydown', { key: i % 2 ? '-' : '+' })),
    );
    return { move: middle(moves), zoom: middle(zooms) };
  });
}

const row = (name, ours, theirs, aim) => ({
  name,
  ours,
  theirs,
  unit: 'ms',
  must: null,
  aim,
  ratio: ours / theirs,
});

/** Three rows: first paint of the points, one move of the pointer, one zoom. */
export async function bench() {
  const server = await servePage({ bare: BARE });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const [panel, empty] = await firstPaint(page, server.url);
    await paintTime(page, `${server.url}/bare.html?points=10000`);
    const { move, zoom } = await eventCosts(page);
    return [
      row('page: 1,000 points on the screen / empty page', panel, empty, 1.5),
      row('page: crosshair over 10,000 points / a frame', move, FRAME_MS, 1),
      row('page: zoom in 10,000 points / a frame', zoom, FRAME_MS, 1),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
