import type { CurveName, Interval } from '../dynamics/fit';
import type { Run, Sourced } from '../run/run';
import { constantOf, CONSTANTS, RATIOS, type ConstantName } from './constants';
import type { Measured } from './difference';
import type { FittedRun } from './fittedRun';
import { modelOf } from './modelOf';
import { sameLog } from './sameLog';
import { sameSetting } from './sameSetting';
import { studentPoint, fisherTail } from './tailProbability';

/** A constant of runs that differ only in their seed, pooled. */
export interface Pooled {
  readonly value: number;
  /** 95 %; between-run spread counts. */
  readonly interval: Interval;
  /** Standard deviation from seed to seed beyond what the runs' own errors explain; of the logarithm for a ratio. */
  readonly betweenRuns: number;
  /** Chance of so much spread if all runs had one value. */
  readonly p: number;
  readonly runs: number;
}

/** Runs with the same configuration but the seed. */
export interface SeedGroup {
  readonly runs: readonly number[];
  /** Whether every run tells a seed, each another; where none tells one, nothing is pooled. */
  readonly seedIsTold: boolean;
  /** Their model, by name or size, and where it is told; null where it is not, and they are taken to share it. */
  readonly model: Sourced<string> | null;
  readonly constants: Readonly<Partial<Record<ConstantName, Pooled>>>;
}

/** Settings that do not make two runs different experiments. */
const SEEDS = /seed/i;

/**
 * Groups of at least two runs whose known settings, reward and model agree, and whose told seeds differ: each constant is
 * pooled over the group. Runs of which none tells a seed make a group too, but nothing is pooled: they may differ in anything.
 * A run that tells no setting at all belongs to no group: nobody knows what it shares; nor does a second copy of a log.
 *
 * @param runs all runs of a comparison
 * @param curve the mechanism they are read by
 * @returns the groups in the order of their first runs
 */
export function seedGroups(runs: readonly FittedRun[], curve: CurveName | null): SeedGroup[] {
  const groups: number[][] = [];
  runs.forEach(({ run }, place) => {
    if (settingsOf(run).length === 0) return;
    if (runs.slice(0, place).some((other) => sameLog(other.run, run))) return;
    const group = groups.find((places) => places.every((other) => isRepeat(runs[other].run, run)));
    if (group === undefined) groups.push([place]);
    else group.push(place);
  });
  return groups
    .filter((places) => places.length > 1)
    .map((places) =>
      groupOf(
        places,
        places.map((place) => runs[place]),
        curve,
      ),
    );
}

function groupOf(places: readonly number[], runs: readonly FittedRun[], curve: CurveName | null): SeedGroup {
  const seedIsTold = seedsOf(runs[0].run).length > 0;
  return {
    runs: places,
    seedIsTold,
    model: modelOf(runs[0].run),
    constants: seedIsTold ? pooledConstants(runs, curve) : {},
  };
}

/** What a trainer's code fixes is the same in all its runs, and tells nothing of this one. */
function settingsOf({ config }: Run): string[] {
  return [...config]
    .flatMap(([name, { kind }]) => (SEEDS.test(name) || kind === 'fixed' ? [] : [name]))
    .sort();
}

function seedsOf({ config }: Run): string[] {
  return [...config].flatMap(([name, { value }]) => (SEEDS.test(name) ? [`${name} ${value}`] : [])).sort();
}

/** Seeds that both tell and that differ, or none told at all. */
function seedsAllow(a: Run, b: Run): boolean {
  const [one, other] = [seedsOf(a), seedsOf(b)];
  const isToldByBoth = one.length > 0 && other.length > 0;
  return isToldByBoth ? one.join() !== other.join() : one.length === other.length;
}

function isRepeat(a: Run, b: Run): boolean {
  const [names, others] = [settingsOf(a), settingsOf(b)];
  return (
    seedsAllow(a, b) &&
    a.metrics.get('reward') === b.metrics.get('reward') &&
    names.join() === others.join() &&
    names.every((name) => sameSetting(name, a, b)) &&
    modelOf(a)?.value === modelOf(b)?.value
  );
}

function pooledConstants(
  runs: readonly FittedRun[],
  curve: CurveName | null,
): Readonly<Partial<Record<ConstantName, Pooled>>> {
  if (curve === null) return {};
  const entries = CONSTANTS.flatMap((name) => {
    const measured = runs
      .map((run) => constantOf(run, curve, name))
      .filter((one): one is Measured => typeof one !== 'string' && Number.isFinite(one.below + one.above));
    return measured.length < 2 ? [] : [[name, pooled(measured, RATIOS.has(name))] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * One value for several measured ones: weights 1/(error² + τ²), τ the between-run standard deviation by DerSimonian and
 * Laird (1986), the interval by Hartung and Knapp (2001) with n − 1 degrees of freedom, never narrower than without their factor.
 *
 * @param measured at least two, independent
 * @param isRatio whether they are logarithms, and the pooled value is wanted as a number
 * @returns the pooled value
 */
export function pooled(measured: readonly Measured[], isRatio: boolean): Pooled {
  const variances = measured.map(({ below, above }) => Math.max(((below + above) / 2) ** 2, 1e-300));
  const fixed = weighted(measured, variances);
  const degrees = measured.length - 1;
  const spare = fixed.total - variances.reduce((sum, v) => sum + v ** -2, 0) / fixed.total;
  const tau2 = Math.max(0, (fixed.squares - degrees) / spare);
  const { mean, total, squares } = weighted(
    measured,
    variances.map((v) => v + tau2),
  );
  const half = studentPoint(0.05, degrees) * Math.sqrt(Math.max(1, squares / degrees) / total);
  const shown = (x: number): number => (isRatio ? Math.exp(x) : x);
  const within = Math.min(...measured.map((one) => one.degrees));
  return {
    value: shown(mean),
    interval: [shown(mean - half), shown(mean + half)],
    betweenRuns: Math.sqrt(tau2),
    p: fisherTail(fixed.squares / degrees, degrees, within),
    runs: measured.length,
  };
}

function weighted(
  measured: readonly Measured[],
  variances: readonly number[],
): { readonly mean: number; readonly total: number; readonly squares: number } {
  const total = variances.reduce((sum, v) => sum + 1 / v, 0);
  const mean = measured.reduce((sum, { value }, i) => sum + value / variances[i], 0) / total;
  return {
    mean,
    total,
    squares: measured.reduce((sum, { value }, i) => sum + (value - mean) ** 2 / variances[i], 0),
  };
}
