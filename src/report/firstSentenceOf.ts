import { t } from '@vscode/l10n';
import { formatCount, formatStep, formatTo } from './formatNumber';
import type { Numbers } from './interpret';
import { tenthOf } from '../dynamics/means';
import type { Collapse } from '../dynamics/segments/collapse';
import { isHalfCosine } from './plateauClaim';
import type { Finding } from '../diagnosis/finding';
import { MODE_LABELS, orderFindings } from './findingsInWords';
import { byBetter, fittedLevel, nearOrBetween } from './plateauInWords';
import { ENOUGH_STEPS, type Reading } from './reading';
import { fromTo, levelText as level } from './levelText';
import type { Forecast } from './report';
import { risingSentence } from './risingSentence';
import { REACHED } from './runState';
import { unclearSentence } from './unclearSentence';
import type { Wait } from './wait';

/**
 * The one sentence that answers "do I let it run?" (panel.md). What it advises is what the forecast says of going on:
 * nobody is told to wait for a gain that would not show, nor to let a run go on in which a failure was seen.
 */
export function firstSentenceOf(
  reading: Reading,
  numbers: Numbers,
  forecast: Forecast | null,
  findings: readonly Finding[],
): string {
  const wait: Wait = (advice) => {
    const worst = orderFindings(findings.filter(isSeriouslyWrong)).at(0);
    if (worst !== undefined) return t('But look first at what was seen: {0}.', MODE_LABELS[worst.mode]);
    return forecast?.worthContinuing === 'no' ? noVisibleGain(forecast) : advice;
  };
  if (reading.collapse !== null) return fallen(reading, reading.collapse);
  switch (numbers.state) {
    case 'too-early':
      return tooEarly(reading, wait);
    case 'no-trend':
      return noTrend(reading);
    case 'rising':
      return risingSentence(reading, numbers, wait);
    case 'falling':
      return falling(reading, numbers);
    case 'plateaued':
      return plateaued(reading, numbers);
    case 'plateaued-learning-rate':
      return endedByRate(reading, forecast, wait);
    case 'ringing':
      return ringing(reading, numbers);
    default:
      return unclearSentence(reading, forecast, wait);
  }
}

function isSeriouslyWrong({ verdict, severity }: Finding): boolean {
  return verdict === 'present' && severity !== 'info';
}

function noVisibleGain({ atStep }: Forecast): string {
  return t('Up to step {0} no gain is expected that would show over the noise.', formatStep(atStep));
}

function tooEarly({ run }: Reading, wait: Wait): string {
  const count = run.reward.values.length;
  const fresh = run.fresh?.length ?? count;
  const then = wait(t('Let it run until then.'));
  const [counted, enough] = [formatCount(count), ENOUGH_STEPS];
  if (fresh < count && fresh < ENOUGH_STEPS)
    return t(
      'Too early: only {0} of {1} steps bring a new reward, and a curve can be judged from about {2} on. {3}',
      ...[formatCount(fresh), counted, enough, then],
    );
  if (count === 1)
    return t(
      'Too early: 1 step has a reward, and a curve can be judged from about {0} on. {1}',
      enough,
      then,
    );
  return count < ENOUGH_STEPS
    ? t(
        'Too early: {0} steps have a reward, and a curve can be judged from about {1} on. {2}',
        ...[counted, enough, then],
      )
    : t(
        'Too early: {0} steps have a reward, and that is not enough to tell where the reward goes; look again at about {1}. {2}',
        ...[counted, formatCount(2 * count), then],
      );
}

function noTrend(reading: Reading): string {
  const { run, start, now, scatter, segmentation } = reading;
  const count = run.reward.values.length;
  const steps = formatCount(count);
  if (scatter === 0)
    return t(
      'No trend: the reward is {0} at all {1} steps. Nothing yet says that letting it run will help.',
      ...[formatTo(now, now), steps],
    );
  const drifts = Math.abs(now - start) > scatter * Math.sqrt(2 / tenthOf(count));
  const where = drifts
    ? t('the reward goes {0}, not enough to be sure of a trend', fromTo(reading))
    : t('the reward stays around {0}', level(now, reading));
  const { cut } = segmentation.segments[segmentation.fitted];
  if (cut === null)
    return t(
      'No clear trend: over {0} steps {1}. Nothing yet says that letting it run will help.',
      ...[steps, where],
    );
  // After a change of level the rest is another run: the sentence says since when.
  const args = [formatStep(run.reward.steps[0]), steps, where];
  return cut.jump > 0
    ? t(
        'No clear trend since step {0}, where the level jumped up: over {1} steps {2}. Nothing yet says that letting it run will help.',
        ...args,
      )
    : t(
        'No clear trend since step {0}, where the level dropped: over {1} steps {2}. Nothing yet says that letting it run will help.',
        ...args,
      );
}

function falling(reading: Reading, numbers: Numbers): string {
  const { progress, plateau } = numbers;
  if (reading.levelRows !== null || (progress !== null && progress.value >= REACHED && plateau !== null))
    return t(
      'Fallen, {0}, and level now. More steps at these settings are not expected to bring it back.',
      fromTo(reading),
    );
  return t('Falling, {0}. Stop it and look for the cause before it runs on.', fromTo(reading));
}

function plateaued(reading: Reading, numbers: Numbers): string {
  const { riseTime95, plateau } = numbers;
  if (reading.better !== null)
    return t(
      'Plateaued: {0}. More steps at these settings are not expected to add much.',
      byBetter(reading, numbers, reading.better),
    );
  const { fit, run, rings } = reading;
  const isGuess = riseTime95 === null || fit === null || (isHalfCosine(fit) && !rings);
  const reached = isGuess ? null : run.reward.steps[0] + riseTime95.value;
  const where =
    plateau === null ? nearOrBetween(reading.claims, reading) : t('at {0}', fittedLevel(plateau, reading));
  return reached === null
    ? t('Plateaued {0}: more steps at these settings are not expected to add to it.', where)
    : t(
        'Plateaued {0} since about step {1}: more steps at these settings are not expected to add to it.',
        ...[where, formatStep(Math.round(reached))],
      );
}

/** The schedule ended the rise: what it would have come to, and so that more steps need more rate. */
function endedByRate(reading: Reading, forecast: Forecast | null, wait: Wait): string {
  const { rateRanOut, now } = reading;
  if (rateRanOut === null) return unclearSentence(reading, forecast, wait);
  const { plateau, interval, left } = rateRanOut;
  const goal = fittedLevel({ value: plateau, interval, unit: 'reward' }, reading);
  return t(
    'Stands at {0} because the learning rate ran out ({1} of its peak is left), not because the reward has no more to give: at a constant rate it was heading for {2}. More steps at this rate add little; a longer or higher schedule would.',
    ...[level(now, reading), shareText(left), goal],
  );
}

/** "2 %", "under 1 %". */
export function shareText(share: number): string {
  return share < 0.01 ? t('under 1 %') : `${Math.round(100 * share)} %`;
}

function ringing(reading: Reading, numbers: Numbers): string {
  return t(
    'Ringing around {0}: the reward swings past its plateau and back, less each time. It settles by itself if the swings go on shrinking.',
    fittedLevel(numbers.plateau, reading, { bare: true }),
  );
}

function fallen({ scatter }: Reading, collapse: Collapse): string {
  const { peak, peakStep, now, isSudden, stillFalling } = collapse;
  const shown = (value: number): string => formatTo(value, Math.max(peak - now, scatter));
  const args = [shown(peak), formatStep(peakStep), shown(now)];
  if (!isSudden)
    return t(
      'Past its peak: the reward peaked near {0} around step {1} and has slipped to {2} since. Look for the cause, or go back to a checkpoint near the peak.',
      ...args,
    );
  if (stillFalling)
    return t(
      'Collapsing: the reward peaked near {0} around step {1}, is near {2} and still falling. Stop it and go back to a checkpoint from before the fall.',
      ...args,
    );
  return t(
    'Collapsed: the reward peaked near {0} around step {1} and is near {2} now. Letting it run has not brought it back; a checkpoint from before the fall is the better start.',
    ...args,
  );
}
