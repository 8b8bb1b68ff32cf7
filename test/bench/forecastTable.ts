import { seededNormal } from '../syntheticLog';
import { CUTS, METHODS, type Method, type Replay } from './forecast';

const RESAMPLES = 1000;

/** Headings of `forecastRows`. */
export const FORECAST_HEADINGS = [
  'seen',
  'method',
  'runs',
  'median error',
  'of the spread',
  'we are better by (95 %)',
  '90 % coverage',
] as const;

/**
 * One row for each cut and method: the median absolute error in reward units and in standard deviations of the run, by
 * how much ours is smaller (paired bootstrap over runs, seeded; an interval that holds 0 is a tie), and how often the
 * method's 90 % interval held what came out (no interval counts as a miss).
 */
export function forecastRows(replays: readonly Replay[]): string[][] {
  return CUTS.flatMap((cut) => {
    const at = replays.filter((one) => one.cut === cut);
    return at.length === 0 ? [] : METHODS.map((method) => rowOf(at, cut, method));
  });
}

/** How often our 90 % interval held at one cut, and which methods are better than ours beyond chance. */
export interface Standing {
  readonly cut: number;
  readonly coverage: number;
  readonly betterMethods: readonly Method[];
}

/** Our standing at each cut that has replays. */
export function standings(replays: readonly Replay[]): Standing[] {
  return CUTS.flatMap((cut) => {
    const at = replays.filter((one) => one.cut === cut);
    if (at.length === 0) return [];
    const betterMethods = METHODS.filter((method) => method !== 'ours' && leadOver(at, method).high < 0);
    return [{ cut, coverage: coverageOf(at, 'ours'), betterMethods }];
  });
}

function rowOf(at: readonly Replay[], cut: number, method: Method): string[] {
  return [
    `${Math.round(100 * cut)} %`,
    method,
    `${at.length}`,
    medianOf(at.map((one) => errorOf(one, method))).toPrecision(3),
    medianOf(at.map((one) => errorOf(one, method) / one.scale)).toPrecision(3),
    method === 'ours' ? '' : lead(at, method),
    `${Math.round(100 * coverageOf(at, method))} %`,
  ];
}

function coverageOf(at: readonly Replay[], method: Method): number {
  return at.filter((one) => holds(one, method)).length / at.length;
}

function errorOf({ said, truth }: Replay, method: Method): number {
  return Math.abs(said[method].value - truth);
}

function holds({ said, truth }: Replay, method: Method): boolean {
  const { interval } = said[method];
  return interval !== null && interval[0] <= truth && truth <= interval[1];
}

/** Their median scale-free error less ours, with its bootstrap interval, in words where it is decided. */
function lead(at: readonly Replay[], method: Method): string {
  const { middle, low, high } = leadOver(at, method);
  const verdict = low > 0 ? 'better' : high < 0 ? 'WORSE' : 'tied';
  return `${middle.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${verdict}`;
}

/** The same in numbers: a paired bootstrap over runs, seeded. */
function leadOver(at: readonly Replay[], method: Method): { middle: number; low: number; high: number } {
  const pairs = at.map(
    (one) => [errorOf(one, method) / one.scale, errorOf(one, 'ours') / one.scale] as const,
  );
  const difference = (sample: typeof pairs): number =>
    medianOf(sample.map(([theirs]) => theirs)) - medianOf(sample.map(([, ours]) => ours));
  const normal = seededNormal(20_260);
  const pick = (): number =>
    Math.floor((Math.atan2(normal(), normal()) / (2 * Math.PI) + 0.5) * pairs.length);
  const drawn = Array.from({ length: RESAMPLES }, () => difference(pairs.map(() => pairs[pick()])));
  drawn.sort((a, b) => a - b);
  const [low, high] = [drawn[Math.round(0.025 * RESAMPLES)], drawn[Math.round(0.975 * RESAMPLES) - 1]];
  return { middle: difference(pairs), low, high };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
