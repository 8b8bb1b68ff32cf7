import { compareRuns } from '../../../src/compare/compareRuns';
import type { FittedRun } from '../../../src/compare/fittedRun';
import { overlayOf } from '../../../src/compare/overlayOf';
import type { ToComparePage } from '../../../src/compareProtocol';
import { comparisonMessage } from '../../../src/extension/compare/compareMessage';
import type { MetricName } from '../../../src/run/metricName';
import type { RunConfig, Series } from '../../../src/run/run';
import { fittedFrom } from '../../bench/compare/simulatedRun';
import { curveWithNoise } from '../../syntheticLog';

/** One run of a fixture. */
interface Told {
  readonly path: string;
  readonly plateau: number;
  readonly seed: number;
  readonly config: Readonly<Record<string, number | string>>;
  readonly rows?: number;
  readonly tokensPerStep?: number;
}

const OPTIMIZER = { optimizer: 'sgd', beta1: 0, learningRate: 0.1 };

const LOW: Told = {
  path: 'sweeps/2026-07-gsm8k/groups-of-four/metrics.jsonl',
  plateau: 0.72,
  seed: 31,
  config: { ...OPTIMIZER, groupSize: 4, seed: 1 },
  tokensPerStep: 4_000,
};
const HIGH: Told = {
  ...LOW,
  path: 'sweeps/2026-07-gsm8k/groups-of-sixteen/metrics.jsonl',
  plateau: 0.9,
  seed: 32,
  config: { ...OPTIMIZER, groupSize: 16, seed: 2 },
  tokensPerStep: 16_000,
};
const AGAIN: Told = {
  ...LOW,
  path: 'sweeps/2026-07-gsm8k/another-seed/metrics.jsonl',
  seed: 33,
  config: { ...LOW.config, seed: 3 },
};
const PLAIN: Told = { path: 'other/plain.csv', plateau: 0.8, seed: 34, config: {}, rows: 120 };

const SETS: Readonly<Record<string, readonly Told[]>> = {
  pair: [LOW, HIGH],
  same: [LOW, AGAIN],
  many: [LOW, HIGH, AGAIN, PLAIN],
};

function fittedRun({ path, plateau, seed, config, rows = 240, tokensPerStep }: Told): FittedRun {
  const { t, y } = curveWithNoise('exponential', { R0: 0.2, plateau, tau: 40 }, rows, 0.04, seed, [0.4], 0);
  const settings: RunConfig = new Map(
    Object.entries(config).map(([name, value]) => [name, { value, from: 'config.yaml:3' }]),
  );
  const tokens: [MetricName, Series][] =
    tokensPerStep === undefined
      ? []
      : [
          [
            'tokens',
            { steps: t, values: t.map((step) => (step + 1) * tokensPerStep), lines: null, columns: null },
          ],
        ];
  return fittedFrom(t, y, { path, config: settings, series: new Map(tokens) });
}

function comparedMessage(told: readonly Told[], problems: readonly string[] = []): ToComparePage {
  const fitted = told.map(fittedRun);
  const comparison = compareRuns(fitted);
  const uris = told.map(({ path }) => `file:///work/${path}`);
  const overlay = fitted.map((one, log) => ({ ...overlayOf(one, comparison.curve), log, differs: [] }));
  const refs = uris.map((uri) => ({ uri, run: null }));
  const pathOf = (uri: string): string => uri.replace('file:///work/', '');
  return { ...comparisonMessage(1, refs, { comparison, overlay, failures: [], uris }, pathOf), problems };
}

const FAILED: ToComparePage = {
  type: 'compareFailed',
  revision: 2,
  refs: [],
  reason: 'a comparison needs two runs, and this is one',
  remedy: 'choose another run beside it',
};

/** What a host would post in a situation. */
export function compareMessages(fixture: string): ToComparePage[] {
  const reading: ToComparePage = {
    type: 'comparing',
    revision: 1,
    refs: [],
    bytes: 3_000_000,
    totalBytes: 9_000_000,
  };
  if (fixture === 'silent') return [];
  if (fixture === 'comparing') return [reading];
  if (fixture === 'failed') return [FAILED];
  if (fixture === 'failed-after') return [comparedMessage(SETS['pair']), FAILED];
  const problems = fixture === 'many' ? ['lost.jsonl: there is no such file; check the path.'] : [];
  return [comparedMessage(SETS[fixture] ?? SETS['pair'], problems)];
}
