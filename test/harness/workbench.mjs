// What a person does in VS Code, by the selectors of its workbench.

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

/** A row of the explorer, by the file's name. */
export const explorerRow = (page, name) =>
  page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: exactly(name) }) })
    .first();

/** What stands at the right of a row: VS Code draws all badges of a row into one `::after`, joined by commas. */
export const badgeOf = (row) =>
  row.evaluate((element) =>
    [...element.querySelectorAll('*')]
      .map((part) => getComputedStyle(part, '::after').content)
      .filter((content) => content !== 'none' && content !== 'normal')
      .join(' ')
      .replaceAll('"', ''),
  );

/** The text of the hover a row shows. */
export async function hoverTextOf(page, row) {
  await row.hover();
  const hover = page.locator('.workbench-hover-container:visible').first();
  await hover.waitFor();
  return hover.innerText();
}

/** Runs a command by its exact title from the palette. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  const label = page.locator('.label-name', { hasText: exactly(title) });
  await page.locator('.quick-input-list .monaco-list-row').filter({ has: label }).first().click();
}

/** Picks a row of the open pick list by its label. */
export async function pick(page, label) {
  const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  await rows
    .filter({ has: page.locator('.label-name', { hasText: label }) })
    .first()
    .click();
}

/** Opens a file from the explorer in an editor of its own. */
export async function openFile(page, name) {
  await explorerRow(page, name).dblclick();
  await page.locator('.tab', { hasText: name }).first().waitFor();
}

/** Changes the colour theme by its label, e.g. "Dark High Contrast". */
export async function setTheme(page, label) {
  await runCommand(page, 'Preferences: Color Theme');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.fill(label);
  await pick(page, exactly(label));
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The extension's visible webview: an outer frame of the editor, and in it the frame of the extension's page. */
export const panel = (page) =>
  page
    .locator(`iframe.webview.ready[src*="extensionId=${EXTENSION_ID}"]:visible`)
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
