import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** Every file under the given files and folders, sorted, so that a fingerprint does not hang on their order. */
export function filesUnder(paths) {
  return paths
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      statSync(file).isDirectory()
        ? filesUnder(readdirSync(file).map((name) => path.join(file, name)))
        : [file],
    )
    .sort();
}

/** A digest of the names (within the project) and bytes of these files and folders, and of any further facts. */
export function fingerprint(paths, ...facts) {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths))
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file));
  for (const fact of facts) hash.update(`\0${fact}`);
  return hash.digest('hex');
}

/** Whether the stamp was written for this fingerprint. */
export const isStamped = (stamp, print) => existsSync(stamp) && readFileSync(stamp, 'utf8') === print;

/** Says that the work this fingerprint stands for is done. */
export function writeStamp(stamp, print) {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
