import { inProject } from './paths.mjs';
import { run } from './run.mjs';

/** Builds all bundles into dist/. It takes less than a second, so it is done anew rather than guessed stale. */
export const buildBundles = () => run(process.execPath, [inProject('esbuild.mjs')], { quiet: true });
