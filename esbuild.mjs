// Builds every bundle of the product into dist/. `--production` minifies and leaves the source maps out (the .vsix).
import { build } from 'esbuild';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledLicences } from './scripts/lib/bundledLicences.mjs';
import { BUNDLES } from './scripts/lib/bundles.mjs';
import { ROOT } from './scripts/lib/paths.mjs';

const production = process.argv.includes('--production');

// A map left by a development build would name a file that no longer fits.
if (production) for (const { out } of BUNDLES) rmSync(path.join(ROOT, `${out}.map`), { force: true });
const KIND = { minify: production, sourcemap: production ? false : 'linked' };
const built = await Promise.allSettled(
  BUNDLES.map(({ entry, out, options }) =>
    build({ ...options, ...KIND, entryPoints: [entry], outfile: out }),
  ),
);
// esbuild has told what is wrong and where; its stack would add nothing.
if (built.some(({ status }) => status === 'rejected')) process.exit(1);

const metafiles = built.map(({ value }) => value.metafile);
writeFileSync(path.join(ROOT, 'dist', 'licences.txt'), bundledLicences(metafiles));

for (const { out } of BUNDLES) {
  const file = path.join(ROOT, out);
  if (out === 'dist/cli.js') chmodSync(file, 0o755);
  console.log(`${out.padEnd(22)} ${(statSync(file).size / 1024).toFixed(1).padStart(8)} KB`);
}
