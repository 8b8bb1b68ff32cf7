// Starts and stops the embedded editor on a free loopback port, with all its files in one folder.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../scripts/lib/run.mjs';
import { EDITOR_ENTRY, EDITOR_NODE } from './installEditor.mjs';

const START_MS = 60_000;
const STOP_MS = 5_000;

/** A port nobody listens on at this moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The editor writes below HOME and XDG_*, reads PORT, and asks a gallery for extensions: none of that here. */
function environment(dir, extra) {
  return {
    ...process.env,
    HOME: dir,
    XDG_CONFIG_HOME: path.join(dir, 'xdg'),
    XDG_DATA_HOME: path.join(dir, 'xdg'),
    PATH: `${path.dirname(EDITOR_NODE)}${path.delimiter}${process.env.PATH}`,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    PORT: undefined,
    NODE_OPTIONS: undefined,
    VSCODE_IPC_HOOK_CLI: undefined,
    ...extra,
  };
}

const folders = (dir) => [
  ...['--user-data-dir', path.join(dir, 'data')],
  ...['--extensions-dir', path.join(dir, 'extensions')],
  ...['--config', path.join(dir, 'config.yaml')],
];

/** Makes the editor's folder: an empty configuration, and user settings unless the user has their own there. */
export function prepareFolder(dir, settings) {
  const file = path.join(dir, 'data', 'User', 'settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings, null, 2));
  writeFileSync(path.join(dir, 'config.yaml'), '');
}

/** Installs a packaged extension into the editor's folder. Throws with the editor's own words where it refuses. */
export async function installExtension(dir, vsix) {
  const args = [EDITOR_ENTRY, ...folders(dir), '--install-extension', vsix, '--force'];
  await run(EDITOR_NODE, args, { env: environment(dir, {}), quiet: true });
}

async function untilHealthy(url, child, log) {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) break;
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch {
      // not listening yet
    }
    await sleep(50);
  }
  throw new Error(`the editor did not start on ${url}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** Ends the editor and everything it started (extension host, file watcher, terminals): its process group. */
function stop(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // the group is gone
    }
  };
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => signal('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      signal('SIGKILL');
      resolve();
    });
    signal('SIGTERM');
  });
}

/**
 * Starts the editor in the foreground of nothing: it ends with `stop()`, or with `exited`.
 * @param dir its folder, made by `prepareFolder`
 * @param login PASSWORD or HASHED_PASSWORD that it asks for before it shows anything; null asks for nothing
 * @param trust whether workspaces are asked about (restricted mode); off means everything is trusted
 * @returns its address, the authority of its `vscode-remote:` addresses, a promise of its end, and `stop`
 */
export async function startServer({ dir, trust = false, login = null, env = {}, args = [] }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(dir, 'server.log');
  const log = openSync(logFile, 'a');
  const flags = [
    ...['--auth', login === null ? 'none' : 'password', '--bind-addr', `127.0.0.1:${port}`],
    ...[
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
      '--disable-proxy',
    ],
    ...(trust ? [] : ['--disable-workspace-trust']),
  ];
  const child = spawn(EDITOR_NODE, [EDITOR_ENTRY, ...folders(dir), ...flags, ...args], {
    env: environment(dir, { ...env, PASSWORD: undefined, HASHED_PASSWORD: undefined, ...login }),
    stdio: ['ignore', log, log],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilHealthy(url, child, logFile);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, authority: `127.0.0.1:${port}`, exited, stop: () => stop(child) };
}
