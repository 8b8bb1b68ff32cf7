// The same suites as test/host in the desktop VS Code that @vscode/test-electron downloads.
//   npm run desktop -- [--grep TEXT]      skipped, saying why, where there is no screen or no download
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { runAsScript } from '../../scripts/lib/main.mjs';
import { inProject, SCRATCH } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { inWords, skippedBecause } from '../../scripts/lib/stages.mjs';
import { packageExtension } from '../../scripts/package.mjs';
import { prepareHostRun, reportHostRun } from '../host/hostRun.mjs';

const DIR = path.join(SCRATCH, 'desktop');
const DOWNLOAD_MS = 30_000;

/** Electron refuses to run as root without these, and must not touch the person's own settings. */
const ARGS = [
  '--no-sandbox',
  '--user-data-dir',
  path.join(DIR, 'data'),
  '--extensions-dir',
  path.join(DIR, 'extensions'),
];

const hasScreen = () =>
  os.platform() !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** VS Code for the desktop, downloaded once; or the reason why it cannot be had. */
async function getDesktop() {
  if (!hasScreen()) return { reason: 'there is no screen here (no DISPLAY)' };
  try {
    const cachePath = inProject('.embedded', 'desktop');
    return {
      executable: await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout: DOWNLOAD_MS }),
    };
  } catch (error) {
    return { reason: `VS Code cannot be downloaded (${error.message.split('\n', 1)[0]})` };
  }
}

async function installInto(executable, vsix) {
  const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  await run(command, [...args, ...ARGS, '--install-extension', vsix, '--force'], { quiet: true });
}

/** Runs the suites; prints each test; returns how many passed, failed and were skipped. */
export async function runDesktopSuites({ vsix, grep = '' }) {
  const { executable, reason } = await getDesktop();
  if (reason !== undefined) return skippedBecause(`${reason}; the same suites run in code-server`);
  const host = await prepareHostRun(DIR, grep);
  await installInto(executable, vsix);
  const code = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: host.carrier,
    extensionTestsPath: host.tests,
    extensionTestsEnv: host.env,
    launchArgs: [host.workspace, ...ARGS, '--disable-workspace-trust'],
  }).catch((error) => error.message);
  return reportHostRun(host.results, code);
}

await runAsScript(import.meta.url, async () => {
  const { values } = parseArgs({ options: { grep: { type: 'string' } } });
  const counts = await runDesktopSuites({ vsix: await packageExtension(), ...values });
  console.log(inWords(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
