import { existsSync } from 'node:fs';
import { aptInstall, canUseApt } from './apt.mjs';
import { which } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Installed browser: the one CHROMIUM names, else the first known name on PATH, else null. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : which(named);
  return NAMES.map(which).find((file) => file !== null) ?? null;
}

/** What to do where no browser is found: one sentence. */
export const NO_CHROMIUM =
  'No Chromium found: install chromium or google-chrome, or name one in the environment variable CHROMIUM, ' +
  'or leave the browser suites out with `npm test -- --skip-browser`.';

/** Finds Chromium, installing it where that needs nobody's leave. Null where neither works. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null || process.env.CHROMIUM || !canUseApt()) return found;
  await aptInstall(['chromium', 'fonts-dejavu-core']);
  return findChromium();
}
