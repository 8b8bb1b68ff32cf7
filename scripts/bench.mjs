// `npm run bench`: every file of test/bench that exports bench(), each in a process of its own, one after the other.
//   npm run bench -- [--grep TEXT,TEXT] [--keep]      only files whose name holds a TEXT; the table kept as docs/bench.md
// A ratio is ours against theirs in the same run, so that a slow or busy computer does not decide. Exit 1 when a
// ratio is above what it must not exceed.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runAsScript } from './lib/main.mjs';
import { inProject, SCRATCH } from './lib/paths.mjs';
import { printTable } from './lib/table.mjs';

const FOLDER = inProject('test', 'bench');

const benchFiles = (grep) =>
  readdirSync(FOLDER)
    .filter((name) => /\.(ts|mjs)$/.test(name) && grep.split(',').some((text) => name.includes(text)))
    .map((name) => path.join(FOLDER, name))
    .filter((file) => /export (async )?function bench\b/.test(readFileSync(file, 'utf8')));

/** A module Node can import: TypeScript is bundled, with the packages of node_modules left outside. */
async function runnable(file) {
  if (file.endsWith('.mjs')) return file;
  const outfile = path.join(SCRATCH, 'bench', `${path.basename(file, '.ts')}.mjs`);
  await build({
    absWorkingDir: inProject(),
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/** The rows of one file, measured in a fresh process. */
function measure(module) {
  return new Promise((resolve, reject) => {
    let rows = null;
    const child = fork(inProject('scripts', 'lib', 'benchChild.mjs'), [module], {
      execArgv: ['--expose-gc'],
    });
    child.on('message', (message) => (rows = message));
    child.once('error', reject);
    child.once('exit', (code) =>
      rows === null ? reject(new Error(`${path.basename(module)} ended with ${code}`)) : resolve(rows),
    );
  });
}

function verdict({ ratio, must, aim }) {
  if (must !== null && ratio > must) return 'BROKEN';
  if (aim !== null && ratio > aim) return 'short of the aim';
  return must === null && aim === null ? '' : 'met';
}

const limit = (value) => (value === null ? '' : `≤ ${digits(value)}`);
const digits = (value) => Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });

const cells = (row) => [
  row.name,
  `${digits(row.ours)} ${row.unit}`,
  `${digits(row.theirs)} ${row.unit}`,
  digits(row.ratio),
  limit(row.must),
  limit(row.aim),
  verdict(row),
  row.note ?? '',
];

const TITLES = ['what', 'ours', 'theirs', 'ratio', 'must', 'aim', 'verdict', 'measured on'];

const notMeasured = (skips) => skips.map(({ name, skipped }) => `Not measured: ${name}: ${skipped}.`);

/** The table as a page: written by the command, nothing in it is typed by hand. */
function kept(rows, skips) {
  const line = (texts) => `| ${texts.join(' | ')} |`;
  return `# Speed and memory

Written by \`npm run bench -- --grep carriers,memory --keep\`. Both sides of a row are measured in one run, in turn (readers: the fastest of
seven rounds each), so the ratio (ours / theirs) says more than the times, which a busy computer stretches. ${availableParallelism()} processor cores, Node ${process.version}.

The event-file reader verifies both checksums of every record, its rival none. Memory is bounded rather than flat: values that are kept
take 8 to 12 bytes each, and a log's wanted columns are kept up to the limits of \`src/logs/limits.ts\`.

${[line(TITLES), line(TITLES.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n')}
${notMeasured(skips)
  .map((text) => `\n${text}\n`)
  .join('')}`;
}

await runAsScript(import.meta.url, async () => {
  const { values } = parseArgs({
    options: { grep: { type: 'string', default: '' }, keep: { type: 'boolean', default: false } },
  });
  const files = benchFiles(values.grep);
  if (files.length === 0) throw new Error('no file of test/bench exports bench()');
  const measured = [];
  for (const file of files) {
    console.log(`measuring ${path.basename(file)}`);
    try {
      measured.push(...(await measure(await runnable(file))));
    } catch (error) {
      // The others are still worth their time.
      console.error(error.message);
      process.exitCode = 1;
    }
  }
  const rows = measured.filter(({ skipped }) => skipped === undefined);
  const skips = measured.filter(({ skipped }) => skipped !== undefined);
  console.log();
  printTable(['what', 'ours', 'theirs', 'ratio', 'must', 'aim', '', ''], rows.map(cells));
  for (const text of notMeasured(skips)) console.log(text);
  if (values.keep) writeFileSync(inProject('docs', 'bench.md'), kept(rows, skips));
  if (rows.some((row) => verdict(row) === 'BROKEN')) process.exitCode = 1;
});
