import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { noiseCeiling } from '../src/dynamics/noiseCeiling';
import { LogError } from '../src/logs/logError';
import { readLog } from '../src/logs/readLog';
import { NodeFileSource } from '../src/platform/nodeFileSource';
import { buildRuns } from '../src/run/buildRuns';
import type { Run } from '../src/run/run';
import { CUTS, replay, type Replay, type Replayed } from '../test/bench/forecast';
import { againstUs, farthest, unforeseeable, type ReplaySet } from '../test/bench/forecastFindings';
import { FORECAST_HEADINGS, forecastRows } from '../test/bench/forecastTable';
import { syntheticRun } from '../test/bench/syntheticRuns';

// Replays runs from 30, 50 and 70 % of their rows and scores what was forecast of their end; writes docs/forecast.md.
// `npm run bench:forecast -- [--synthetic N]`, N simulated runs.
const LOGS = path.join(path.resolve(process.env['GRPO_SHARED'] ?? path.join('..', 'shared')), 'logs');
const LEAST_CEILING = 0.3;
/** Seeds below these were looked at while the forecast was made. */
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
const real = await replayLogs(files.filter((file) => !isLabelled(file)));
const labelled = await replayLogs(files.filter(isLabelled));
const sets: readonly ReplaySet[] = [
  ['Real logs', real],
  ['Labelled runs', labelled],
  ['Simulated runs', synthetic],
];

const labelsFile = path.join(LOGS, 'labelled', 'labels.json');
const labels = (existsSync(labelsFile) ? JSON.parse(readFileSync(labelsFile, 'utf8')) : {}) as Readonly<
  Record<string, { readonly injectedAtStep: number | null } | undefined>
>;
/** Step at which a labelled run was changed on purpose. */
const changedAt = ({ run }: Replay): number | null =>
  Object.entries(labels).find(([file]) => run.startsWith(path.join('labelled', file)))?.[1]?.injectedAtStep ??
  null;

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
simulated runs (\`test/bench/syntheticRuns.ts\`) of seeds below 57 and from 1000 on, those here begin at ${FIRST_SEED}.

What they show against us: ${againstUs(sets)}
Farthest off, in spreads of the run: ${farthest(labelled)} (labelled); ${farthest(real)} (real). In ${unforeseeable(labelled, changedAt)} replays of labelled runs
something was changed on purpose after the cut or within three rows before it, which no forecast can know. How the method came about,
and what was looked at on the way: [forecast-history.md](forecast-history.md).

${tables.join('\n\n')}
`;
console.log(text);
writeFileSync(path.join('docs', 'forecast.md'), text);
