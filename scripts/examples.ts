import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleFiles } from '../src/bandit/examples/exampleFiles';

// Writes examples/ from seeds: the same bytes every time.
for (const file of exampleFiles()) {
  const target = path.join('examples', ...file.path.split('/'));
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
  console.log(`${target}  ${(file.text.length / 1024).toFixed(0)} KB`);
}
