import { t } from '@vscode/l10n';
import type { CurveName } from '../dynamics/fit';
import type { Answer, Answered, NotAssessable } from './answer';
import { constantOf, RATIOS, type ConstantName } from './constants';
import { differenceOf, type Difference, type Measured } from './difference';
import { sharedKeys } from './heldOutRuns';
import { curvePlateaus, plateauDifference } from './plateauDifference';
import { sameLog } from './sameLog';
import type { Side } from './side';

/** An answer before the questions are counted. */
export type Open = Omit<Answer, 'verdict' | 'pHolm'> | NotAssessable;

/** The questions about one pair, by name. */
export type OpenPair = Readonly<Record<ConstantName | 'end', Open>>;

/**
 * Ask of two runs whether they share each constant, and whether they end at the same level.
 *
 * @param first one run
 * @param second the other
 * @param curve the mechanism both are read by
 * @returns one answer a question, for itself alone
 */
export function comparePair(first: Side, second: Side, curve: CurveName | null): OpenPair {
  if (sameLog(first.fitted.run, second.fitted.run)) {
    const copy: NotAssessable = { ...notAssessable(t('both are one log')), isCopy: true };
    return { plateau: copy, timescale: copy, damping: copy, end: copy };
  }
  const ask = (name: ConstantName): Open => {
    if (curve === null) return notAssessable(t('no curve was fitted to both'));
    const [a, b] = [first, second].map(({ fitted }) => constantOf(fitted, curve, name));
    if (typeof a === 'string') return notAssessable(t('{0}: {1}', first.letter, a));
    if (typeof b === 'string') return notAssessable(t('{0}: {1}', second.letter, b));
    return answer(a, b, RATIOS.has(name));
  };
  return {
    plateau: plateauOf(first, second),
    timescale: ask('timescale'),
    damping: ask('damping'),
    end: endOf(first, second),
  };
}

function plateauOf(first: Side, second: Side): Open {
  const [a, b] = [first, second].map(({ fitted }) => curvePlateaus(fitted));
  if (typeof a === 'string') return notAssessable(t('{0}: {1}', first.letter, a));
  if (typeof b === 'string') return notAssessable(t('{0}: {1}', second.letter, b));
  const difference = plateauDifference(a, b);
  return difference === null ? notAssessable(t('no curve fits both well')) : asked(difference, false);
}

/**
 * Ask of two runs whether they end at the same level of each held-out score that both have.
 *
 * @param first one run
 * @param second the other
 * @returns one answer a score, by its key in the first run's log
 */
export function compareHeldOut(first: Side, second: Side): (readonly [string, Open])[] {
  if (sameLog(first.fitted.run, second.fitted.run)) return [];
  const sideAt = (side: Side, key: string): Ended | string => {
    const end = side.heldOut.endAt(key);
    return typeof end === 'string' ? end : { letter: side.letter, end };
  };
  return sharedKeys(first.heldOut, second.heldOut).map((keys) => {
    const [a, b] = [sideAt(first, keys.first), sideAt(second, keys.second)];
    if (typeof a === 'string') return [keys.first, notAssessable(t('{0}: {1}', first.letter, a))] as const;
    if (typeof b === 'string') return [keys.first, notAssessable(t('{0}: {1}', second.letter, b))] as const;
    return [keys.first, endOf(a, b)] as const;
  });
}

type Ended = Pick<Side, 'letter' | 'end'>;

function endOf(first: Ended, second: Ended): Open {
  const without = [first, second].find(({ end }) => end === null);
  if (first.end === null || second.end === null)
    return notAssessable(
      t('{0}: {1}', without?.letter ?? '', t('too few independent rows to know its noise')),
    );
  return answer(first.end, second.end, false);
}

function answer(a: Measured, b: Measured, isRatio: boolean): Open {
  return asked(differenceOf(a, b), isRatio);
}

function asked({ value, interval, p, detectable }: Difference, isRatio: boolean): Open {
  if (detectable === null && p === 1)
    return notAssessable(
      t('the intervals are open, or end at the estimate, on the sides that face each other'),
    );
  return isRatio
    ? ratio({ value, interval, p, detectable })
    : { kind: 'difference', value, interval, p, detectable };
}

function ratio({ value, interval: [low, high], p, detectable }: Difference): Open {
  const power = (x: number | null): number | null => (x === null ? null : Math.exp(x));
  return {
    kind: 'ratio',
    value: Math.exp(value),
    interval: [power(low), power(high)],
    p,
    detectable: power(detectable),
  };
}

function notAssessable(because: string): NotAssessable {
  return { verdict: 'not-assessable', because };
}

/**
 * Close an answer by its adjusted p value.
 *
 * @param open the answer for itself alone
 * @param pHolm its p value with all questions counted
 * @returns the answer with its verdict
 */
export function close(open: Open, pHolm: number): Answered {
  if ('because' in open) return open;
  const verdict = pHolm < LEVEL ? 'differ' : open.p < LEVEL ? 'hint' : 'no-detectable-difference';
  return { ...open, verdict, pHolm };
}

const LEVEL = 0.05;
