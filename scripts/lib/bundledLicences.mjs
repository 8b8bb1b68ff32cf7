import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './paths.mjs';

/** Folder of the package an input of a bundle comes from (`…/node_modules/@scope/name`), or null for our own code. */
function packageFolder(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [first, second] = input.slice(at + 'node_modules/'.length).split('/');
  return (
    input.slice(0, at) + path.posix.join('node_modules', first.startsWith('@') ? `${first}/${second}` : first)
  );
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8'));
  const file = readdirSync(inProject(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n\n${readFileSync(inProject(folder, file), 'utf8').trim()}`;
  return `${name} ${version} (${license})${text}`;
}

/**
 * The licences of every package whose code stands in these bundles: most ask that their text goes with each copy.
 * @param metafiles what esbuild says of each bundle
 */
export function bundledLicences(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = [...new Set(inputs.map(packageFolder).filter((folder) => folder !== null))].sort();
  return folders.map(licenceOf).join(`\n\n${'─'.repeat(80)}\n\n`) + '\n';
}
