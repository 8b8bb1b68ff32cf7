import { servePage } from './serve.mjs';

/** The panel's page, or the comparison's, alone with its host played, for one spec. */
export async function openStage(t, name = 'page') {
  const server = await servePage();
  const page = await t.newPage();
  const settled = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const open = async (fixture, { theme = 'dark', state = null, language = 'en' } = {}) => {
    const kept = state === null ? {} : { state: JSON.stringify(state) };
    await page.goto(
      `${server.url}/${name}.html?${new URLSearchParams({ fixture, theme, language, ...kept })}`,
    );
    await page.locator('main h1').waitFor();
    await settled();
  };
  return {
    page,
    open,
    settled,
    posted: (type) =>
      page.evaluate((wanted) => window.stage.posted.filter((message) => message.type === wanted), type),
    post: (message) => page.evaluate((data) => window.stage.post(data), message),
    state: () => page.evaluate('window.stage.state'),
    spoken: () => page.locator('[aria-live="polite"]').innerText(),
    /** Chooses in one of the bar's lists. */
    choose: async (name, option) => {
      const list = page.locator(`vscode-dropdown[aria-label^="${name}"]`);
      await list.click();
      await list.getByRole('option', { name: option, exact: true }).click();
      await settled();
    },
    /** A number that changes when what a canvas shows does. */
    digest: (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.reduce((sum, value, i) => (sum + value * ((i % 9973) + 1)) % 2147483647, 0);
        }),
    close: () => server.close(),
  };
}
