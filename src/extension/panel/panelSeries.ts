import type { PanelSeries } from '../../protocol';
import type { Series } from '../../run/run';
import { thinPoints } from './thinPoints';

/** More of one metric than this is not sent: twice the pixels of a wide panel, in pairs of lowest and highest. */
export const MAX_SENT_OF_SERIES = 4_000;

/** Rewards have dozens of components in some logs; more lines than this nobody compares. */
const MOST_COMPONENTS = 8;

/** What a person looks at first when a run goes wrong, first. Tokens and step time are axes, not evidence. */
const ORDER = [
  'entropy',
  'zeroStdFraction',
  'evalReward',
  'kl',
  'completionLength',
  'gradNorm',
  'truncatedFraction',
  'clipFraction',
  'rewardStd',
  'rewardStdBatch',
  'mismatch',
  'importanceRatio',
  'klOldPolicy',
  'loss',
  'learningRate',
];

/** The metrics of a run for the small charts, by canonical name; empty columns are left out. */
export function panelSeries(
  series: ReadonlyMap<string, Series>,
  keys: Readonly<Record<string, string>>,
): PanelSeries[] {
  const components = [...series.keys()].filter((name) => name.startsWith('rewards.'));
  return [...ORDER, ...components.slice(0, MOST_COMPONENTS)].flatMap((name) => {
    const one = series.get(name);
    return one === undefined || one.values.length === 0 ? [] : [sent(name, keys[name] ?? name, one)];
  });
}

function sent(name: string, key: string, series: Series): PanelSeries {
  const rows = thinPoints(series, MAX_SENT_OF_SERIES, 1);
  return {
    name,
    key,
    steps: rows.map((row) => series.steps[row]),
    values: rows.map((row) => series.values[row]),
    total: series.values.length,
  };
}
