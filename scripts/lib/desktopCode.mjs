import os from 'node:os';
import { inProject } from './paths.mjs';
import { run, which } from './run.mjs';

/** In a terminal of a remote window `code` talks to that window, and knows nothing of extensions in development. */
const isRemoteTerminal = () => Boolean(process.env.VSCODE_IPC_HOOK_CLI);

const hasDisplay = () =>
  os.platform() !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** The user's own `code` where it can open a window from here, else null. */
export function findCode() {
  const code = which(os.platform() === 'win32' ? 'code.cmd' : 'code');
  return code !== null && (isRemoteTerminal() || hasDisplay()) ? code : null;
}

const start = (code, args) =>
  run(code, args, { check: false, shell: os.platform() === 'win32' }).then((exit) => exit === 0);

async function openInRemoteWindow(code, folder, makeVsix) {
  console.log('Installing the extension in this remote window (remove it later like any other).');
  return (await start(code, ['--install-extension', await makeVsix(), '--force'])) && start(code, [folder]);
}

/**
 * Opens a folder in the user's own VS Code with the extension loaded.
 * @param makeVsix packages the extension; called only where it has to be installed
 * @returns whether VS Code took it
 */
export function openInCode(code, folder, makeVsix) {
  if (isRemoteTerminal()) return openInRemoteWindow(code, folder, makeVsix);
  return start(code, [`--extensionDevelopmentPath=${inProject()}`, folder]);
}
