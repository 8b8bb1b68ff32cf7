// Makes the .vsix in the project's root: production bundles (vsce runs "vscode:prepublish"), nothing else.
import { readFileSync, statSync } from 'node:fs';
import { runAsScript } from './lib/main.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

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

/** Builds and packages; returns the .vsix. Throws with what vsce or esbuild said. */
export async function packageExtension() {
  const out = vsixPath();
  // All code is bundled, so no dependency rides along; relative links of the README have no web address to become.
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  await vsce(['package', ...flags, '-o', out]);
  return out;
}

await runAsScript(import.meta.url, async () => {
  const vsix = await packageExtension();
  console.log(`${vsix} ${(statSync(vsix).size / 1024).toFixed(0)} KB`);
});
