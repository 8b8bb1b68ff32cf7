import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseRuns } from '../src/analysis/analyse';
import type { Analysis } from '../src/analysis/analysis';
import { axisOver } from '../src/bandit/validation/axis';
import { atLeast, type Claim } from '../src/bandit/validation/claim';
import { noiseCeiling } from '../src/dynamics/noiseCeiling';
import { LogError } from '../src/logs/logError';
import { NodeFileSource } from '../src/platform/nodeFileSource';
import { findForwardFill } from '../src/run/forwardFill';

const SHARED = path.resolve(process.env['GRPO_SHARED'] ?? path.join('..', 'shared'));
const INDEX = path.join(SHARED, 'golden', 'real-logs.json');

/** A run is quiet when its row-to-row scatter would let a perfect curve explain this share of its variance. */
const QUIET_FROM = 0.95;
/** The paper's bar for the closed form on real reward curves. */
const BAR = 0.91;

/** One real log: what the closed form and a single exponential explain, and what its scatter allows. */
interface RealRun {
  readonly name: string;
  readonly ceiling: number;
  readonly oscillator: number;
  readonly exponential: number;
}

/** The headline: the closed form explains ≥ 0.91 of the variance of every quiet real run. Null without those logs. */
export async function realRunsClaim(): Promise<Claim | null> {
  if (!existsSync(INDEX)) return null;
  const names = Object.keys(JSON.parse(readFileSync(INDEX, 'utf8')) as object);
  const read = await Promise.all(names.map(realRun));
  const runs = read.filter((run) => run !== null);
  const quiet = runs.filter((run) => run.ceiling >= QUIET_FROM);
  return {
    id: 'real-runs',
    title: 'The closed form on quiet real runs',
    method:
      `Public GRPO logs, ${runs.length} of ${names.length} read here; quiet are those with a noise ceiling of at least ` +
      `${QUIET_FROM}, repeated values of a log that repeats its last evaluation counted once. R² of the damped oscillator over ` +
      'all raw rewards. The points below the line show what the other runs leave to explain: not a failure of the curve, ' +
      'but scatter that no curve follows.',
    rows: quiet.map((run) => atLeast(`R², ${run.name}`, BAR, run.oscillator)),
    chart: realRunsChart(runs.filter((run) => run.ceiling > 0)),
  };
}

/** Null for what no reader of this version takes, a constant reward, and runs too short to fit. */
async function realRun(name: string): Promise<RealRun | null> {
  const analysis = (await analysed(path.join(SHARED, 'logs', ...name.split('/')))).at(0);
  if (analysis === undefined) return null;
  const oscillator = analysis.report.fits.oscillator?.r2 ?? null;
  const exponential = analysis.report.fits.exponential?.r2 ?? null;
  if (oscillator === null || exponential === null) return null;
  const ceiling = noiseCeiling(freshValues(analysis.reward.values));
  return ceiling === null ? null : { name: path.posix.basename(name), ceiling, oscillator, exponential };
}

async function analysed(file: string): Promise<Analysis[]> {
  try {
    return await analyseRuns(new NodeFileSource(file), {}, {});
  } catch (error) {
    if (error instanceof LogError) return [];
    throw error;
  }
}

/** A log that repeats its last evaluation holds one observation per evaluation (theory.md §4). */
function freshValues(values: Float64Array): Float64Array {
  const rows = findForwardFill(values)?.fresh;
  return rows === undefined ? values : Float64Array.from(rows, (row) => values[row]);
}

function realRunsChart(runs: readonly RealRun[]): Claim['chart'] {
  const ceilings = runs.map((run) => run.ceiling);
  const oscillator = runs.map((run) => run.oscillator);
  const exponential = runs.map((run) => run.exponential);
  return {
    x: axisOver('noise ceiling', [[0, 1]]),
    y: axisOver('R²', [[0, 1], oscillator, exponential]),
    series: [
      { name: 'R² = noise ceiling', kind: 'line', hue: 6, x: [0, 1], y: [0, 1] },
      { name: 'damped oscillator', kind: 'points', hue: 0, x: ceilings, y: oscillator },
      { name: 'single exponential', kind: 'points', hue: 1, x: ceilings, y: exponential },
    ],
  };
}
