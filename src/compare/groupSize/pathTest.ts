import { t } from '@vscode/l10n';
import type { CurveName } from '../../dynamics/fit';
import type { NotAssessable } from '../answer';
import { constantOf } from '../constants';
import { differenceOf, type Measured } from '../difference';
import { endLevel } from '../endLevel';
import type { FittedRun } from '../fittedRun';
import { holm } from '../holm';
import { rowNoise } from '../rowNoise';
import type { PathAnswer, PathAnswered, PathNumber } from './groupSizePair';
import type { PredictedPath } from './predictedPath';
import { widened } from './widened';

/** A test before all tests of the comparison are counted. */
export type OpenPath = Omit<Exclude<PathAnswered, NotAssessable>, 'verdict' | 'pHolm'> | NotAssessable;

const LEVEL = 0.05;

/**
 * Did two runs go the way that the theory gives them? Plateau and timescale of the curve that both are read by, each less
 * what is predicted; where neither is known and nothing is predicted to move, the last tenths.
 *
 * @param first one run
 * @param second the other
 * @param curve the mechanism
 * @param predicted what the other G does
 * @returns the test for itself alone
 */
export function pathTest(
  first: FittedRun,
  second: FittedRun,
  curve: CurveName | null,
  predicted: PredictedPath,
): OpenPath {
  const constant = (name: 'plateau' | 'timescale', shift: number | string): PathAnswer | NotAssessable => {
    if (typeof shift === 'string') return no(shift);
    if (curve === null) return no(t('no curve was fitted to both'));
    const [a, b] = [first, second].map((run) => constantOf(run, curve, name));
    if (typeof a === 'string') return no(t('the first: {0}', a));
    if (typeof b === 'string') return no(t('the second: {0}', b));
    return name === 'plateau'
      ? departure(widened(a, predicted.plateauError, predicted.stretch), b, shift)
      : asRatio(departure(widened(a, predicted.timescaleError), b, Math.log(shift)));
  };
  const [plateau, timescale] = [
    constant('plateau', predicted.plateau),
    constant('timescale', predicted.timescale),
  ];
  const isKnown = 'p' in plateau || 'p' in timescale;
  const end = isKnown ? no(t('its curve tells more')) : endOf(first, second, predicted);
  return combined({ plateau, timescale, end });
}

/**
 * Close a test by its adjusted p value.
 *
 * @param open the test for itself alone
 * @param pHolm its p value with all path tests counted
 * @returns the test with its verdict
 */
export function closePath(open: OpenPath, pHolm: number): PathAnswered {
  if ('because' in open) return open;
  const verdict = pHolm < LEVEL ? 'differ' : open.p < LEVEL ? 'hint' : 'no-detectable-difference';
  return { verdict, ...open, pHolm };
}

function combined(answers: Record<PathNumber, PathAnswer | NotAssessable>): OpenPath {
  const p = Object.values(answers).flatMap((answer) => ('p' in answer ? [answer.p] : []));
  if (p.length === 0) return 'because' in answers.end ? answers.end : no(t('nothing is known of both'));
  return { answers, p: Math.min(...holm(p)) };
}

function endOf(
  first: FittedRun,
  second: FittedRun,
  { plateau, timescale }: PredictedPath,
): PathAnswer | NotAssessable {
  if (plateau !== 0 || timescale !== 1)
    return no(
      t(
        'neither plateau nor timescale is known of both, and the last tenths are not predicted to be the same',
      ),
    );
  const [a, b] = [first, second].map((run) => endLevel(run, rowNoise(run)));
  return a === null || b === null ? no(t('too few rows to know their noise')) : departure(a, b, 0);
}

/** The difference as it is, its p value that of what is left when the predicted one is taken out. */
function departure(a: Measured, b: Measured, predicted: number): PathAnswer | NotAssessable {
  const { value, interval } = differenceOf(a, b);
  const { p, detectable } = differenceOf({ ...a, value: a.value + predicted }, b);
  if (detectable === null && p === 1)
    return no(t('the intervals are open, or end at the estimate, on the sides that face each other'));
  return { kind: 'difference', value, interval, predicted, p, detectable };
}

function asRatio(answer: PathAnswer | NotAssessable): PathAnswer | NotAssessable {
  if ('because' in answer) return answer;
  const { value, interval, predicted, detectable } = answer;
  const power = (x: number | null): number | null => (x === null ? null : Math.exp(x));
  return {
    ...answer,
    kind: 'ratio',
    value: Math.exp(value),
    interval: [power(interval[0]), power(interval[1])],
    predicted: Math.exp(predicted),
    detectable: power(detectable),
  };
}

function no(because: string): NotAssessable {
  return { verdict: 'not-assessable', because };
}
