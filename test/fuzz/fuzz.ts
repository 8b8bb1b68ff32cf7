import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seeds } from './seeds';
import { tryCase } from './tryCase';

// `npm run fuzz -- [--cases N] [--from NUMBER]`: broken files of every carrier. Each must give a Report or a LogError, in 2 s and
// 300 MB. Seconds of the processor, so that a busy
// machine does not decide. A case is its number: `--from NUMBER --cases 1` tries one again and writes its bytes to .tmp/fuzz-NUMBER.bin.

const SECONDS = 2;
const MEGABYTES = 300;
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, from: { type: 'string', default: '1' } },
});
const count = Number(values.cases);
const from = Number(values.from);
const all = seeds(true);
const outcomes = { report: 0, LogError: 0, fault: 0 };
let faults = 0;
let slowest = 0;
let largest = 0;

const started = performance.now();
for (let number = from; number < from + count; number++) {
  const before = process.memoryUsage.rss();
  const start = process.cpuUsage();
  const { seed, outcome, fault } = await tryCase(all, number);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const megabytes = (process.memoryUsage.rss() - before) / 1e6;
  outcomes[outcome]++;
  slowest = Math.max(slowest, seconds);
  largest = Math.max(largest, megabytes);
  if (count === 1) writeFileSync(`.tmp/fuzz-${number}.bin`, seed.bytes);
  if (fault === null && seconds <= SECONDS && megabytes <= MEGABYTES) continue;
  faults++;
  const what = fault ?? `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  console.log(`case ${number} (${seed.name}, ${seed.bytes.length} bytes): ${what}`);
}
console.log(
  `${count} cases of ${all.length} files in ${((performance.now() - started) / 1000).toFixed(0)} s: ${outcomes.report} Reports, ${outcomes.LogError} LogErrors, ${faults} faults; slowest ${slowest.toFixed(2)} s, most ${largest.toFixed(0)} MB more than before.`,
);
process.exitCode = faults === 0 ? 0 : 1;
