import { t } from '@vscode/l10n';
import type { CurveName } from '../../dynamics/fit';
import type { NotAssessable } from '../answer';
import type { Measured } from '../difference';
import type { FittedRun } from '../fittedRun';
import { sharedKeys, type HeldOutRuns } from '../heldOutRuns';
import { holm } from '../holm';
import { sharedCurve } from '../sharedCurve';
import { caveatsOf } from './caveats';
import type { GroupSizePair, PathAnswered } from './groupSizePair';
import { groupSetting, type GroupSetting } from './groupSetting';
import { closePath, pathTest, type OpenPath } from './pathTest';
import { noiseLaw, timescaleLaw } from './optimizerLaws';
import { predictedPath, type PredictedPath } from './predictedPath';
import { processNoise } from './processNoise';
import { withinGroupStd } from './withinGroupStd';

/**
 * What the runs that differ in G say of group-size invariance and of the law of the jitter (theory.md §4, §5, §5b).
 *
 * @param runs all runs of a comparison
 * @param curve the mechanism they are read by
 * @param heldOut the held-out scores of each run
 * @returns one entry for each pair whose group sizes are known and differ; p values adjusted over all its path tests
 */
export function groupSizePairs(
  runs: readonly FittedRun[],
  curve: CurveName | null,
  heldOut: readonly HeldOutRuns[],
): GroupSizePair[] {
  const noise = once((place: number) => processNoise(runs[place]));
  const open = runs.flatMap((a, first) =>
    runs.slice(first + 1).flatMap((b, k): OpenPair[] => {
      const second = first + 1 + k;
      const setting = groupSetting(a, b);
      if (setting === null) return [];
      const pair = { first, second, setting, runs: [a, b] as const };
      const predicted = predictedPath(setting, a, curve);
      const evaluations = heldOutTests(setting, predicted, heldOut[first], heldOut[second]);
      const own = setting.because === null ? pathTest(a, b, curve, predicted) : no(setting.because);
      const paths = [own, ...evaluations.map(([, path]) => path)];
      const keys = evaluations.map(([key]) => key);
      const laws = lawsOf(pair, predicted, curve, [noise(first), noise(second)]);
      return [{ ...pair, predicted, paths, keys, laws }];
    }),
  );
  return closeAll(open);
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly setting: GroupSetting;
  readonly runs: readonly [FittedRun, FittedRun];
}

interface OpenPair extends Pair {
  readonly predicted: PredictedPath;
  /** Of the reward, then of every held-out score that both runs have. */
  readonly paths: readonly OpenPath[];
  /** Those scores' keys in the first run's log. */
  readonly keys: readonly string[];
  readonly laws: Pick<GroupSizePair, 'timescale' | 'noise'>;
}

/** What is dear is made once, whatever pairs its run is in. */
function once<T>(make: (place: number) => T): (place: number) => T {
  const made = new Map<number, T>();
  return (place) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const value = make(place);
    made.set(place, value);
    return value;
  };
}

/** Where the drift moves a plateau, it is not known by how much it moves that of other prompts. */
function heldOutTests(
  { because }: GroupSetting,
  predicted: PredictedPath,
  first: HeldOutRuns,
  second: HeldOutRuns,
): (readonly [string, OpenPath])[] {
  const moved = t('the drift moves the plateau with G, and by how much on these prompts is not known');
  const held = { ...predicted, plateau: predicted.plateau === 0 ? 0 : moved };
  const test = (a: FittedRun | string, b: FittedRun | string): OpenPath => {
    if (because !== null) return no(because);
    if (typeof a === 'string') return no(t('the first: {0}', a));
    if (typeof b === 'string') return no(t('the second: {0}', b));
    return pathTest(a, b, sharedCurve([a, b]), held);
  };
  return sharedKeys(first, second).map(
    (keys) => [keys.first, test(first.at(keys.first), second.at(keys.second))] as const,
  );
}

function lawsOf(
  { setting, runs }: Pair,
  predicted: PredictedPath,
  curve: CurveName | null,
  noise: readonly [Measured | string, Measured | string],
): Pick<GroupSizePair, 'timescale' | 'noise'> {
  if (setting.because !== null) return { timescale: no(setting.because), noise: no(setting.because) };
  return { timescale: timescaleLaw(runs, predicted, curve), noise: noiseLaw(setting, noise) };
}

function closeAll(pairs: readonly OpenPair[]): GroupSizePair[] {
  const p = pairs.flatMap(({ paths }) => paths.flatMap((open) => ('because' in open ? [] : [open.p])));
  const adjusted = holm(p);
  let next = 0;
  const close = (open: OpenPath): PathAnswered => closePath(open, 'because' in open ? 1 : adjusted[next++]);
  return pairs.map((pair) => closed(pair, pair.paths.map(close)));
}

function closed(pair: OpenPair, answered: readonly PathAnswered[]): GroupSizePair {
  const { first, second, setting, runs, laws, keys } = pair;
  const [meanPath, ...evaluations] = answered;
  return {
    first,
    second,
    groupSizes: setting.groupSizes,
    prompts: setting.prompts,
    optimizer: { value: setting.sgd ? 'sgd' : 'adam', assumed: setting.assumed },
    advantages: setting.advantages,
    invarianceMayBeClaimed: setting.sgd,
    meanPath,
    evaluations: Object.fromEntries(keys.map((key, k) => [key, evaluations[k]])),
    ...laws,
    withinGroupStd: withinGroupStd(...runs),
    caveats: caveatsOf(setting, runs),
  };
}

function no(because: string): NotAssessable {
  return { verdict: 'not-assessable', because };
}
