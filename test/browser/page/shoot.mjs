// Takes pictures of the page in every theme and width into .tmp/shots: `node test/browser/page/shoot.mjs [fixture …]`.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
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

const server = await servePage();
console.log(`script ${(server.scriptBytes / 1024).toFixed(1)} KB`);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
mkdirSync('.tmp/shots', { recursive: true });
for (const width of widths) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('page error:', error.message));
  page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text()));
  for (const theme of themes) {
    for (const fixture of args.length > 0 ? args : FIXTURES) {
      await page.goto(`${server.url}/page.html?fixture=${fixture}&theme=${theme}`);
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
