// Prints one Markdown table row for each run that `dist/cli.js fit` finds in the given files and folders: rows, reward
// key, R² of the oscillator and of the best rival curve, noise ceiling. `node scripts/report-table.mjs PATH...`
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inProject } from './lib/paths.mjs';

const RIVALS = ['logistic', 'hill'];
const HEAD = [
  'file',
  'rows',
  'reward key',
  'R² oscillator',
  'best rival',
  'R² rival',
  'noise ceiling',
  'state',
];

/** The Reports of one path; what could not be read has been told on stderr. */
function reportsOf(target) {
  const run = [inProject('dist', 'cli.js'), 'fit', target, '--json'];
  const options = { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] };
  return [JSON.parse(execFileSync(process.execPath, run, options))].flat();
}

function rowOf({ source, metrics, fits, noiseCeiling, interpretation }) {
  const best = RIVALS.filter((name) => fits[name] !== null).sort((a, b) => fits[b].r2 - fits[a].r2)[0];
  const name = path.relative(process.cwd(), source.path) + (source.run === null ? '' : ` · ${source.run}`);
  return [
    name,
    source.rows,
    `\`${metrics.reward}\``,
    shown(fits.oscillator?.r2, 3),
    best ?? '–',
    shown(best && fits[best].r2, 3),
    shown(noiseCeiling, 2),
    interpretation.state,
  ].join(' | ');
}

function shown(number, digits) {
  return typeof number === 'number' ? number.toFixed(digits) : '–';
}

const targets = process.argv.slice(2);
if (targets.length === 0) {
  console.error('report-table needs files or folders; for example: node scripts/report-table.mjs examples');
  process.exit(2);
}
console.log(`| ${HEAD.join(' | ')} |\n|${'---|'.repeat(HEAD.length)}`);
for (const report of targets.flatMap(reportsOf)) console.log(`| ${rowOf(report)} |`);
