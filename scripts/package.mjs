// Makes the .vsix in the project's root: production bundles (vsce runs "vscode:prepublish"), nothing else.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { runAsScript } from './lib/main.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const README = 'out/readme.md';

/** Absolute path of the packaged extension of this version. */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  return inProject(`${name}-${version}.vsix`);
}

/** Runs vsce in a folder. Throws with what it said. */
export const vsce = (args, cwd = inProject()) =>
  run(process.execPath, [inProject('node_modules', '@vscode', 'vsce', 'vsce'), ...args], {
    cwd,
    quiet: true,
  });

/** The README as the extension's page shows it: that page has neither the project's pictures nor its other files. */
function writeExtensionReadme() {
  const text = readFileSync(inProject('README.md'), 'utf8')
    .replace(/<picture>[^]*?<\/picture>\n+/g, '')
    .replace(/\[([^\]]+)\]\((?!https:)[^)]+\)/g, '$1');
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(inProject(README), text);
}

/** Builds and packages; returns the .vsix. Throws with what vsce or esbuild said. */
export async function packageExtension() {
  const out = vsixPath();
  writeExtensionReadme();
  // All code is bundled, so no dependency rides along.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--readme-path', README];
  await vsce(['package', ...flags, '-o', out]);
  return out;
}

await runAsScript(import.meta.url, async () => {
  const vsix = await packageExtension();
  console.log(`${vsix} ${(statSync(vsix).size / 1024).toFixed(0)} KB`);
});
