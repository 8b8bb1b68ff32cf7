// What a person does in VS Code, by the selectors of its workbench.
import path from 'node:path';

/** The product's identity: publisher.name of package.json. */
export const EXTENSION_ID = 'grpo-dynamics.grpo-dynamics';

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text) => new RegExp(`^\\s*${literally(text)}\\s*$`);

/**
 * Opens a folder or a .code-workspace file in the editor.
 * @param payload facts for the editor's own automation, e.g. which tests to run
 */
export async function openWorkbench(page, server, { folder, workspace, payload }) {
  const query = new URLSearchParams(workspace ? { workspace } : { folder });
  if (payload) query.set('payload', JSON.stringify(payload));
  await page.goto(`${server.url}/?${query}`);
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
}

/** A row of the explorer, by the file's absolute path: its label holds that and, behind a dot, what decorates it. */
export function explorerRow(page, file) {
  const label = `.monaco-icon-label[aria-label="${file}"], .monaco-icon-label[aria-label^="${file} •"]`;
  return page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.locator(label) });
}

/** Unfolds the folders between a root of the workspace and a file, and returns the file's row. */
export async function unfoldTo(page, root, file) {
  const names = path.relative(root, path.dirname(file)).split(path.sep).filter(Boolean);
  for (let depth = 1; depth <= names.length; depth += 1) {
    const row = explorerRow(page, path.join(root, ...names.slice(0, depth)));
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  }
  const row = explorerRow(page, file);
  await row.waitFor();
  return row;
}

/** What stands at the right of a row: VS Code draws all badges of a row into one `::after`, joined by commas. */
export const badgeOf = (row) =>
  row.evaluate((element) =>
    [...element.querySelectorAll('*')]
      .map((part) => getComputedStyle(part, '::after').content)
      .filter((content) => content.startsWith('"'))
      .map((content) => content.slice(1, -1))
      .join(''),
  );

/** The text of the hover a row shows, or nothing where none came up (a row redrawn under the pointer drops it). */
export async function hoverTextOf(page, row) {
  await page.mouse.move(0, 0);
  await row.hover();
  const hover = page.locator('.workbench-hover-container:visible').first();
  return hover.innerText({ timeout: 2_000 }).catch(() => '');
}

/** Opens a file from the explorer, its folders unfolded first. */
export async function openFile(page, root, file) {
  await (await unfoldTo(page, root, file)).dblclick();
  await page.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
}

const paletteInput = (page) => page.locator('.quick-input-widget:visible input.input');
const paletteRow = (page, label) =>
  page
    .locator('.quick-input-widget:visible .quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: exactly(label) }) })
    .first();

/** Runs a command by its exact title from the palette; returns when it was clicked, ms since the epoch. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await paletteInput(page).fill(`>${title}`);
  const row = paletteRow(page, title);
  await row.hover();
  const clicked = Date.now();
  await row.click();
  return clicked;
}

/** Picks the row with this label from the pick list that is open, filtered first: a list that grows moves its rows. */
export async function pick(page, label) {
  await paletteInput(page).fill(label);
  await paletteRow(page, label).waitFor();
  // Entries come as they are found: another one would move under the pointer and take the click.
  await page.waitForTimeout(SETTLED_MS);
  await paletteRow(page, label).click();
}

/** Within this the few logs of a test's workspace have all been found. */
const SETTLED_MS = 1500;

/** A menu that has just come up takes no click for 100 ms, lest the click that opened it choose from it. */
const MENU_DEAF_MS = 150;

/** Runs an entry of a row's context menu by its exact title. */
export async function runFromContextMenu(page, row, title) {
  const menu = page.locator('.context-view .monaco-menu:visible');
  const entry = menu.locator('.action-label', { hasText: exactly(title) });
  for (let tries = 1; ; tries += 1) {
    await row.click({ button: 'right' });
    await menu.waitFor();
    if ((await entry.count()) > 0) break;
    if (tries === 20) throw new Error(`the context menu has no entry "${title}"`);
    // Right after start-up a menu may come up before the extensions have contributed to it.
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
  }
  await entry.hover();
  await page.waitForTimeout(MENU_DEAF_MS);
  await entry.click();
  await entry.waitFor({ state: 'hidden' });
}

/** Changes the colour theme by its label, e.g. "Dark High Contrast". */
export async function setTheme(page, label) {
  await runCommand(page, 'Preferences: Color Theme');
  await pick(page, label);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** An extension's visible webview: an outer frame of the editor, and in it the frame of the extension's page. */
export const webviewOf = (page, extension) =>
  page
    .locator(`iframe.webview.ready[src*="extensionId=${extension}"]:visible`)
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();

/** The product's visible webview. */
export const panel = (page) => webviewOf(page, EXTENSION_ID);
