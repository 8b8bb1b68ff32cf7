// Makes node_modules what package-lock.json says, and nothing when it already is. Needs Node's own modules only:
// it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { runAsScript } from './lib/main.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const OLDEST_NODE = 20;

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether npm's own record of what it installed has every package of the lock at its version. */
function isInstalled() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(inProject('package-lock.json'))).every(
    ([name, wanted]) => name === '' || wanted.optional || installed[name]?.version === wanted.version,
  );
}

/** npm by the path that started this script where there is one: on Windows `npm` alone is no program. */
function npmCommand() {
  const { npm_execpath: own } = process.env;
  return own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
}

/** Installs the locked packages where they are missing or other ones. Throws where npm fails. */
export async function ensureModules() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new Error(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer.`);
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json (once, about half a minute)');
  const [command, args] = npmCommand();
  await run(command, [...args, 'ci', '--no-audit', '--no-fund'], { quiet: true });
}

await runAsScript(import.meta.url, ensureModules);
