import { t } from '@vscode/l10n';
import type { Interval } from '../../dynamics/fit';
import type { NotAssessable } from '../answer';
import { differenceOf, type Measured } from '../difference';

/** What a measured ratio says of a predicted one. */
export type LawVerdict = 'agrees' | 'does-not-agree' | 'cannot-be-told';

/** A ratio of two runs, second over first, beside what the optimizer predicts. */
export interface RatioLaw {
  readonly verdict: LawVerdict;
  readonly value: number;
  /** 95 %; an open end is null. */
  readonly interval: Interval;
  /** What the law says. */
  readonly predicted: number;
  /** How little it may come to: the ratio of a part that does not depend on G. Null where the law has no such floor. */
  readonly floor: number | null;
  /** What would be measured if G did nothing. */
  readonly without: number;
  /** The smallest true departure, as a factor, that such a pair shows at the 5 % level four times in five. */
  readonly detectable: number | null;
}

/** A law of ratios; all three are ratios, second over first. */
export interface Law {
  readonly predicted: number;
  readonly without: number;
  /** Whether anything between `predicted` and `without` is in keeping with it: noise between prompts does not shrink. */
  readonly hasFloor: boolean;
}

/**
 * Hold a ratio against a law. It agrees where the interval leaves out that G does nothing and reaches what the law
 * allows; it cannot be told where the interval holds "G does nothing" and the law allows it or is held as well.
 *
 * @param first logarithm of the first run's number
 * @param second that of the second's
 * @param law what is predicted
 * @returns the ratio and its verdict; not assessable where neither side is bounded
 */
export function ratioLaw(first: Measured, second: Measured, law: Law): RatioLaw | NotAssessable {
  const { value, interval, detectable } = differenceOf(first, second);
  if (interval[0] === null && interval[1] === null)
    return { verdict: 'not-assessable', because: t('the ratio is bounded on neither side') };
  const [low, high] = interval.map((end) => (end === null ? null : Math.exp(end)));
  const ends: Interval = [low, high];
  return {
    verdict: verdictOf(ends, law),
    value: Math.exp(value),
    interval: ends,
    predicted: law.predicted,
    floor: law.hasFloor ? law.without : null,
    without: law.without,
    detectable: detectable === null ? null : Math.exp(detectable),
  };
}

function verdictOf(interval: Interval, { predicted, without, hasFloor }: Law): LawVerdict {
  const [low, high] = [interval[0] ?? 0, interval[1] ?? Infinity];
  const holds = (ratio: number): boolean => low <= ratio && ratio <= high;
  if (holds(without)) return holds(predicted) || hasFloor ? 'cannot-be-told' : 'does-not-agree';
  if (holds(predicted)) return 'agrees';
  const isBetween = hasFloor && low > Math.min(predicted, without) && high < Math.max(predicted, without);
  return isBetween ? 'agrees' : 'does-not-agree';
}
