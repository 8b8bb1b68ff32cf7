// How much faster `scan` is with two jobs than with one: both alternate in one run, on the same logs, nothing cached.
// `npm run build && npm run bench:scan -- FOLDER [rounds]`
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const [folder, rounds = '3'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run bench:scan -- FOLDER [rounds]');
  process.exit(2);
}

function secondsOf(jobs) {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'scan', folder, '--no-cache', '--json', '--jobs', String(jobs)],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return {
    seconds: Number(process.hrtime.bigint() - begin) / 1e9,
    logs: Number(/(\d+) logs/.exec(stderr)?.[1]),
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const measured = Array.from({ length: Number(rounds) }, () => ({ one: secondsOf(1), two: secondsOf(2) }));
const [one, two] = ['one', 'two'].map((key) => median(measured.map((round) => round[key].seconds)));
const ratio = median(measured.map((round) => round.one.seconds / round.two.seconds));
const { logs } = measured[0].one;
console.log(
  `| ${logs} | ${availableParallelism()} | ${((one / logs) * 1000).toFixed(0)} | ${((two / logs) * 1000).toFixed(0)} | ${ratio.toFixed(2)} |`,
);
