import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';
import { watchPage } from '../harness/browser.mjs';
import { installExtension, prepareFolder, startServer } from '../harness/server.mjs';
import { SETTINGS } from '../harness/settings.mjs';

const WAIT_MS = 30_000;
const VIEWPORT = { width: 1400, height: 900 };

/** What one spec gets as `t`: steps that are counted, and the real things to try them on. */
export class Suite {
  counts = { passed: 0, failed: 0, skipped: 0 };
  /** Pages by name, newest last: each is photographed when a step fails. */
  #pages = [];
  #closing = [];

  constructor(name, { browser, vsix, pictures }) {
    this.name = name;
    this.vsix = vsix;
    this.pictures = pictures;
    this.browser = browser;
    this.dir = path.join(SCRATCH, 'browser', name);
    rmSync(this.dir, { recursive: true, force: true });
    mkdirSync(this.dir, { recursive: true });
  }

  /** One counted check. A failure is printed and photographed, and the next step still runs. */
  async step(title, check) {
    const start = Date.now();
    try {
      await check();
      this.counts.passed += 1;
      console.log(`    ok    ${title} (${Date.now() - start} ms)`);
    } catch (error) {
      await this.fail(title, error);
    }
  }

  /** Counts a step as left out; the reason is printed. */
  skip(title, reason) {
    this.counts.skipped += 1;
    console.log(`    skip  ${title}: ${reason}`);
  }

  /** Counts a failure and photographs every open page. */
  async fail(title, error) {
    this.counts.failed += 1;
    console.log(`    FAIL  ${title}\n${error.stack ?? error}`);
    const file = `${this.name}-${title}`.replace(/\W+/g, '-').slice(0, 80);
    for (const [index, page] of this.#pages.entries())
      if (!page.isClosed())
        await page
          .screenshot({ path: path.join(SCRATCH, 'failures', `${file}-${index}.png`) })
          .catch(() => {});
  }

  /** The running Chromium, shared by all suites. */
  chromium() {
    return Promise.resolve(this.browser);
  }

  /** A page in a context of its own, with `page.seen`: outside requests, policy violations, console errors. */
  async newPage(options = {}) {
    const context = await this.browser.newContext({ viewport: VIEWPORT, ...options });
    this.#closing.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    page.seen = watchPage(page);
    this.#pages.push(page);
    return page;
  }

  /** A fresh copy of the examples, below this suite's folder. */
  copyExamples(name = 'examples') {
    const folder = path.join(this.dir, name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(inProject('examples'), folder, { recursive: true });
    return folder;
  }

  /** A running editor with the packaged extension installed, and further ones; stopped when the suite ends. */
  async startEditor({ settings = {}, extensions = [], ...options } = {}) {
    const dir = path.join(this.dir, 'editor');
    prepareFolder(dir, { ...SETTINGS, ...settings });
    for (const vsix of [this.vsix, ...extensions]) await installExtension(dir, vsix);
    const server = await startServer({ dir, ...options });
    this.#closing.push(() => server.stop());
    return server;
  }

  /** Runs the command line and returns its exit code and both outputs. */
  cli(...args) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [inProject('dist', 'cli.js'), ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { status, stdout, stderr };
  }

  /** The command line's Report on a file. Throws with its words where it gives none. */
  report(file) {
    const { status, stdout, stderr } = this.cli('fit', '--json', file);
    if (status !== 0) throw new Error(`the command line ended with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** A picture to look at, below .tmp/browser. */
  async screenshot(page, name) {
    const file = path.join(this.dir, `${name}.png`);
    await page.screenshot({ path: file });
    return file;
  }

  /** A picture of the README: kept under docs/pictures only when the pictures are asked for. */
  async picture(page, name, options = {}) {
    const folder = this.pictures ? inProject('docs', 'pictures') : this.dir;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), ...options });
  }

  /** One more step: the page broke no policy, asked nobody outside, and threw nothing. */
  expectQuiet(page) {
    return this.step('no policy violation, no request to the outside, no error on the page', () => {
      assert.deepEqual(page.seen, { outside: [], violations: [], errors: [] });
    });
  }

  /** Closes pages and stops editors, newest first. */
  async close() {
    for (const close of this.#closing.reverse()) await close().catch((error) => console.log(String(error)));
  }
}
