// `npm run readme`: writes the example output of README.md as the built command line prints it now.
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeWithOutput } from './readmeOutput';

writeFileSync('README.md', readmeWithOutput(readFileSync('README.md', 'utf8')));
