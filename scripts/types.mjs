// Writes dist/types: the declarations that the package's entry reaches, and no others.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const ENTRY = 'api/main.d.ts';
const BUILT = inProject('out', 'types');
const OUT = inProject('dist', 'types');

/** The relative imports of a declaration, as files below the built ones. */
function importsOf(file) {
  const text = readFileSync(path.join(BUILT, file), 'utf8');
  const named = [...text.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, name]) => name);
  return named.map((name) => path.join(path.dirname(file), `${name}.d.ts`));
}

/** Every declaration below the built ones that `entry` reaches. */
function reachable(entry) {
  const seen = new Set([entry]);
  for (const file of seen)
    for (const next of importsOf(file)) if (existsSync(path.join(BUILT, next))) seen.add(next);
  return [...seen];
}

for (const folder of [BUILT, OUT]) rmSync(folder, { recursive: true, force: true });
await run(process.execPath, [
  inProject('node_modules', 'typescript', 'bin', 'tsc'),
  '-p',
  'tsconfig.types.json',
]);
const files = reachable(ENTRY);
for (const file of files) {
  mkdirSync(path.dirname(path.join(OUT, file)), { recursive: true });
  copyFileSync(path.join(BUILT, file), path.join(OUT, file));
}
console.log(`dist/types         ${String(files.length).padStart(8)} declarations`);
