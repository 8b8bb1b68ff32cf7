// Takes pictures of the page in every theme and width into .tmp/shots: `node test/browser/page/shoot.mjs [fixture …]`;
// with LOG=path,path the real logs. THEMES and WIDTHS choose, OPEN=1 opens all folds,
// PAGE=compare shows the comparison, LANGUAGE_OF_PAGE=zh-cn translates.
import { mkdirSync } from 'node:fs';
import { launchBrowser } from '../../harness/browser.mjs';
import { realHost } from './realHost.mjs';
import { servePage } from './serve.mjs';

const FIXTURES = [
  'rising',
  'plateaued',
  'ringing',
  'too-early',
  'no-trend',
  'many',
  'reading',
  'failed',
  'failed-after',
  'gone',
  'runs',
];
const args = process.argv.slice(2);
const themes = (process.env.THEMES ?? 'dark,light,hc-dark,hc-light').split(',');
const widths = (process.env.WIDTHS ?? '420,1400').split(',').map(Number);

const logs = process.env.LOG ? process.env.LOG.split(',') : [];
const language = process.env.LANGUAGE_OF_PAGE ?? 'en';
const { messageFor } = await realHost(language);
const real = await Promise.all(logs.map((log) => messageFor(log)));
const server = await servePage();
console.log(`script ${(server.scriptBytes / 1024).toFixed(1)} KB`);
const browser = await launchBrowser();
mkdirSync('.tmp/shots', { recursive: true });
for (const width of widths) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('page error:', error.message));
  page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text()));
  for (const theme of themes) {
    const names = real.length > 0 ? real.map((_, i) => `real-${i}`) : args.length > 0 ? args : FIXTURES;
    for (const [i, fixture] of names.entries()) {
      const query = new URLSearchParams({ fixture, theme, language });
      await page.goto(`${server.url}/${process.env.PAGE ?? 'page'}.html?${query}`);
      if (real.length > 0) await page.evaluate((message) => window.stage.post(message), real[i]);
      await page.waitForTimeout(250);
      if (process.env.OPEN) for (const summary of await page.locator('summary').all()) await summary.click();
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      const violations = await page.evaluate('window.stage.violations');
      if (wide > 0 || violations.length > 0) console.log(fixture, theme, width, { wide, violations });
      await page.screenshot({ path: `.tmp/shots/${fixture}-${theme}-${width}.png`, fullPage: true });
    }
  }
  await context.close();
}
await browser.close();
await server.close();
