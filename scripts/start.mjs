// `npm start`: sets up what is missing, builds, prints the fit of an example, opens VS Code on the examples.
// `npm start -- --once` stops before the editor.
import { parseArgs } from 'node:util';
import { buildBundles } from './lib/build.mjs';
import { findCode, openInCode } from './lib/desktopCode.mjs';
import { runAsScript } from './lib/main.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureModules } from './setup.mjs';

const EXAMPLES = inProject('examples');
const EXAMPLE = 'examples/healthy-slow-start/trainer_state.json';

async function openEditor() {
  const { packageExtension } = await import('./package.mjs');
  const code = findCode();
  if (code !== null && (await openInCode(code, EXAMPLES, packageExtension))) {
    console.log(`\nVS Code opens on the examples (${code}).`);
    return;
  }
  const { openInEmbeddedCode } = await import('./lib/embeddedCode.mjs');
  const reason = await openInEmbeddedCode(EXAMPLES, packageExtension);
  if (reason !== null)
    console.log(
      `\nNo editor was opened: there is no \`code\` on PATH that can show a window, and ${reason}.`,
    );
}

await runAsScript(import.meta.url, async () => {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
  await ensureModules();
  await buildBundles();
  console.log(`$ node dist/cli.js fit ${EXAMPLE}\n`);
  await run(process.execPath, [inProject('dist', 'cli.js'), 'fit', EXAMPLE]);
  if (!values.once) await openEditor();
});
