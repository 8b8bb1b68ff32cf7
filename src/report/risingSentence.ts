import { t } from '@vscode/l10n';
import { curveInWords } from './curveInWords';
import { roughSteps } from './formatNumber';
import type { Numbers } from './interpret';
import { isOutrun } from './isOutrun';
import { fromTo } from './levelText';
import { bounds, byBetter, claimedLevel, fittedLevel, near, openPlateau } from './plateauInWords';
import { spanOf, type Reading } from './reading';
import type { Quantity } from './report';
import { REACHED } from './runState';
import type { Wait } from './wait';

/** The first sentence of a run that goes up: how far it has come, where it levels off as far as that is known. */
export function risingSentence(reading: Reading, numbers: Numbers, wait: Wait): string {
  const goOn = wait(t('Let it run.'));
  const { assessment, better } = reading;
  const up = fromTo(reading);
  if (assessment.selected === null)
    return t('Rising, {0}, as good as in a straight line: no sign yet of where it levels off. {1}', up, goOn);
  if (isOutrun(reading))
    return t(
      'Rising, {0}: {1}, but the last part of the run still goes up. {2}',
      ...[up, whoSays(reading), wait(t('Let it run a while and look again.'))],
    );
  if (better !== null) return t('Rising, {0}: {1}. {2}', up, byBetter(reading, numbers, better), goOn);
  if (assessment.regime === 'too-early')
    return t(
      'Rising, {0}, but too early to say where it levels off{1}. {2}',
      ...[up, bounds(reading, numbers), goOn],
    );
  if (numbers.plateau === null) return t('Rising, {0}: {1}. {2}', up, openPlateau(reading), goOn);
  return saysPart(numbers.progress)
    ? risingTo(reading, numbers, goOn)
    : t(
        'Rising, {0}: where it levels off is not sure yet, {1} by {2}. {3}',
        ...[up, fittedLevel(numbers.plateau, reading), curveInWords(numbers.curve ?? 'exponential'), goOn],
      );
}

/** Where the plateau lies, by which curves. */
function whoSays(reading: Reading): string {
  const [claim, ...others] = reading.claims;
  return others.length > 0
    ? t('curves that fit equally well put the plateau {0}', near(reading.claims, reading))
    : t(
        '{0}, which fits best, puts the plateau {1}',
        ...[curveInWords(claim.curve), claimedLevel(claim, reading)],
      );
}

function risingTo(reading: Reading, { progress, plateau, riseTime95 }: Numbers, goOn: string): string {
  const left = riseTime95 === null ? 0 : riseTime95.value - spanOf(reading.run);
  const [part, goal] = [percent(progress), fittedLevel(plateau, reading)];
  return left > 0
    ? t(
        'Rising: {0} of the way to {1}, about {2} more to 95 % of the rise. {3}',
        ...[part, goal, roughSteps(left), goOn],
      )
    : t('Rising: {0} of the way to {1}. {2}', part, goal, goOn);
}

/** Whether a share of the rise can be told: below "reached", and not anything at all. */
function saysPart(progress: Quantity | null): progress is Quantity {
  if (progress === null || progress.value >= REACHED) return false;
  const [low, high] = progress.interval ?? [progress.value, progress.value];
  return low !== null && high !== null && high - low <= WIDEST_PART;
}

/** A share that is known no better than this is not worth printing. */
const WIDEST_PART = 0.3;

function percent(quantity: Quantity | null): string {
  return quantity === null ? t('part') : `${Math.round(100 * quantity.value)} %`;
}
