import { t } from '@vscode/l10n';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { oneSegment } from '../dynamics/segments/segmentRun';
import { findForwardFill } from '../run/forwardFill';
import type { Run, Series } from '../run/run';
import { endLevel, type EndLevel } from './endLevel';
import type { FittedRun } from './fittedRun';
import { rowNoise } from './rowNoise';

/** Fewer evaluations say nothing about how their noise carries over. */
const FEWEST = 12;

/** A held-out score that two runs have: its key in each. */
export interface SharedKey {
  readonly first: string;
  readonly second: string;
}

/**
 * A run with each of its held-out scores in place of the reward, fitted like one when it is first asked for.
 */
export class HeldOutRuns {
  readonly #run: Run;
  readonly #fitted = new Map<string, FittedRun | string>();
  readonly #ends = new Map<string, EndLevel | null | string>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** The keys of its held-out scores, the one that the diagnosis reads first. */
  get keys(): readonly string[] {
    return [...this.#run.evaluations.keys()];
  }

  /** The fitted evaluations of a key, or why there are none to compare. */
  at(key: string): FittedRun | string {
    const known = this.#fitted.get(key) ?? fit(this.#run, this.#run.evaluations.get(key));
    this.#fitted.set(key, known);
    return known;
  }

  /** The level at which a key's evaluations end, null without a known noise; or why there are none to compare. */
  endAt(key: string): EndLevel | null | string {
    const known = this.#ends.get(key);
    if (known !== undefined) return known;
    const fitted = this.at(key);
    const end = typeof fitted === 'string' ? fitted : endLevel(fitted, rowNoise(fitted));
    this.#ends.set(key, end);
    return end;
  }
}

/**
 * The held-out scores that two runs have in common: by name; where they share no name, the one each is judged by.
 *
 * @param first one run
 * @param second the other
 * @returns keys in the order of the first run
 */
export function sharedKeys(first: HeldOutRuns, second: HeldOutRuns): SharedKey[] {
  const common = first.keys.filter((key) => second.keys.includes(key));
  if (common.length > 0) return common.map((key) => ({ first: key, second: key }));
  const [a, b] = [first.keys.at(0), second.keys.at(0)];
  return a === undefined || b === undefined ? [] : [{ first: a, second: b }];
}

function fit(run: Run, series: Series | undefined): FittedRun | string {
  const count = series?.steps.length ?? 0;
  const fresh = series === undefined ? null : (findForwardFill(series.values)?.fresh ?? null);
  if (series === undefined || (fresh?.length ?? count) < FEWEST)
    return t('{0} evaluations are too few', fresh?.length ?? count);
  const { steps, values } = series;
  const held: Run = { ...run, reward: series, fresh };
  const fits = fitCurves(steps, values, { fresh });
  return { run: held, segmentation: oneSegment(held), fits, assessment: assessRegime(fits, steps, values) };
}
