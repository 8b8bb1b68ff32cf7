import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { noiseCeiling } from '../src/dynamics/noiseCeiling';
import { LogError } from '../src/logs/logError';
import { readLog } from '../src/logs/readLog';
import { NodeFileSource } from '../src/platform/nodeFileSource';
import { buildRuns } from '../src/run/buildRuns';
import type { Run } from '../src/run/run';
import { CUTS, replay, type Replay, type Replayed } from '../test/bench/forecast';
import { FORECAST_HEADINGS, forecastRows } from '../test/bench/forecastTable';
import { syntheticRun } from '../test/bench/syntheticRuns';

// Replays runs from 30, 50 and 70 % of their rows and scores what was forecast of their end; writes docs/forecast.md.
// `npm run bench:forecast -- [--synthetic N]`, N simulated runs.
const LOGS = path.join(path.resolve(process.env['GRPO_SHARED'] ?? path.join('..', 'shared')), 'logs');
const LEAST_CEILING = 0.3;
/** Seeds far below these were looked at while the forecast was made. */
const FIRST_SEED = 10_000;

const { values } = parseArgs({ options: { synthetic: { type: 'string', default: '105' } } });

/** Logs under a folder; a run's own settings are none. */
function logsUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:args|labels)\.json$|^MANIFEST/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function runsOf(file: string): Promise<Run[]> {
  try {
    return buildRuns(await readLog(new NodeFileSource(file), {}, {}), {});
  } catch (error) {
    if (error instanceof LogError) return [];
    throw error;
  }
}

async function replayLogs(files: readonly string[]): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const file of files)
    for (const run of await runsOf(file)) {
      if (!((noiseCeiling(run.reward.values) ?? -Infinity) >= LEAST_CEILING)) continue;
      replays.push(...replayAll(`${path.relative(LOGS, file)} ${run.name ?? ''}`, run));
    }
  return replays;
}

function replayAll(name: string, run: Replayed): Replay[] {
  process.stderr.write(`${name}\n`);
  return CUTS.map((cut) => replay(name, run, cut)).filter((one) => one !== null);
}

const files = logsUnder(LOGS);
const isLabelled = (file: string): boolean => path.relative(LOGS, file).startsWith('labelled');
const synthetic = Array.from({ length: Number(values.synthetic) }, (_, i) => {
  const { name, y } = syntheticRun(FIRST_SEED + i);
  const reward = { steps: Float64Array.from(y.keys()), values: y, lines: null, columns: null };
  return replayAll(name, { reward, marks: [] });
}).flat();
const sets = [
  ['Real logs', await replayLogs(files.filter((file) => !isLabelled(file)))],
  ['Labelled runs', await replayLogs(files.filter(isLabelled))],
  ['Simulated runs', synthetic],
] as const;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tables = sets.map(([title, replays]) =>
  [
    `## ${title}`,
    '',
    line(FORECAST_HEADINGS),
    line(FORECAST_HEADINGS.map(() => '---')),
    ...forecastRows(replays).map(line),
  ].join('\n'),
);
const text = `# Forecasts, replayed

Written by \`npm run bench:forecast\`. Each run with a noise ceiling of at least ${LEAST_CEILING} is cut after 30, 50 and 70 % of its rows (at
least 20); from the rows before the cut each method says the mean of the run's last tenth. "Of the spread" is the error
in standard deviations of the whole run's rewards. No constant of the forecast was set by these logs; it was made with
simulated runs (\`test/bench/syntheticRuns.ts\`) of seeds below 57, those here begin at 10000.

What was tried, and what was looked at: three versions of the average were tried on the simulated seeds before any log was
scored; this is the third. One thing was changed after the logs had been scored once: the
first table forecast from all rows seen, this one from the segment that the Report fits (labelled runs at 70 %: from 0.195
of the spread to 0.068). After a second look, at the labelled logs, forecasts were conditioned on [0, 1] where no row seen had
left it; that was scored once and left out, as coverage on labelled runs fell (43 to 19 % at 30 %, 62 to 52 % at 50 %): rewards
taken for shares were worth more than 1 later. So the tables on logs are not those of a method that never met them.

What they show against us: the band aims at 90 % and reaches 85 % in two of nine cells. On labelled runs at half of the rows the last
value is better: most of these rewards are shares of right answers, many are near 1 by then, and a forecast that does not know that 1 is
the most there is goes on rising (1.5 where 0.995 came; no mistake of units). Six runs were changed on purpose within
three rows before the cut or after it, which no forecast can know. "WORSE" is where another method is better beyond chance.

${tables.join('\n\n')}
`;
console.log(text);
writeFileSync(path.join('docs', 'forecast.md'), text);
