import { formatCount, formatStep, formatTo, roughSteps } from './formatNumber';
import type { Numbers } from './interpret';
import { meanOf, tenthOf } from '../dynamics/means';
import type { Collapse } from '../dynamics/segments/collapse';
import { isHalfCosine } from './plateauClaim';
import type { Finding } from '../diagnosis/finding';
import { MODE_LABELS, orderFindings } from './findingsInWords';
import { bounds, byBetter, fittedLevel, nearOrBetween, openPlateau, rangeOf } from './plateauInWords';
import { ENOUGH_STEPS, spanOf, type Reading } from './reading';
import { curveInWords } from './curveInWords';
import { levelText as level } from './levelText';
import type { Run } from '../run/run';
import type { Forecast, Quantity } from './report';
import { REACHED } from './runState';

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
    if (worst !== undefined) return `But look first at what was seen: ${MODE_LABELS[worst.mode]}.`;
    return forecast?.worthContinuing === 'no' ? noVisibleGain(forecast) : advice;
  };
  if (reading.collapse !== null) return fallen(reading, reading.collapse);
  switch (numbers.state) {
    case 'too-early':
      return tooEarly(reading, wait);
    case 'no-trend':
      return noTrend(reading);
    case 'rising':
      return rising(reading, numbers, wait);
    case 'falling':
      return falling(reading, numbers);
    case 'plateaued':
      return plateaued(reading, numbers);
    case 'plateaued-learning-rate':
      return endedByRate(reading, wait);
    case 'ringing':
      return ringing(reading, numbers);
    default:
      return unclear(reading, wait);
  }
}

function isSeriouslyWrong({ verdict, severity }: Finding): boolean {
  return verdict === 'present' && severity !== 'info';
}

/** What to do while waiting, or that nothing is to be waited for. */
type Wait = (advice: string) => string;

function noVisibleGain({ atStep }: Forecast): string {
  return `Up to step ${formatStep(atStep)} no gain is expected that would show over the noise.`;
}

function tooEarly({ run }: Reading, wait: Wait): string {
  const count = run.reward.values.length;
  const fresh = run.fresh?.length ?? count;
  if (fresh < count && fresh < ENOUGH_STEPS)
    return `Too early: only ${formatCount(fresh)} of ${formatCount(count)} steps bring a new reward, and a curve can be judged from about ${ENOUGH_STEPS} on. ${wait('Let it run until then.')}`;
  const rows = count === 1 ? '1 step has a reward' : `${formatCount(count)} steps have a reward`;
  const enough =
    count < ENOUGH_STEPS
      ? `a curve can be judged from about ${ENOUGH_STEPS} on`
      : `that is not enough to tell where the reward goes; look again at about ${formatCount(2 * count)}`;
  return `Too early: ${rows}, and ${enough}. ${wait('Let it run until then.')}`;
}

function noTrend(reading: Reading): string {
  const { run, start, now, scatter } = reading;
  const count = run.reward.values.length;
  const steps = formatCount(count);
  if (scatter === 0)
    return `No trend: the reward is ${formatTo(now, now)} at all ${steps} steps. Nothing yet says that letting it run will help.`;
  const drifts = Math.abs(now - start) > scatter * Math.sqrt(2 / tenthOf(count));
  const where = drifts
    ? `the reward goes ${fromTo(reading)}, not enough to be sure of a trend`
    : `the reward stays around ${level(now, reading)}`;
  return `No clear trend${sinceCut(reading)}: over ${steps} steps ${where}. Nothing yet says that letting it run will help.`;
}

/** After a change of level the rest is another run: the sentence says since when. */
function sinceCut({ run, segmentation: { segments, fitted } }: Reading): string {
  const { cut } = segments[fitted];
  if (cut === null) return '';
  return ` since step ${formatStep(run.reward.steps[0])}, where the level ${cut.jump > 0 ? 'jumped up' : 'dropped'}`;
}

function fromTo(reading: Reading): string {
  return `${level(reading.start, reading)} → ${level(reading.now, reading)}`;
}

function rising(reading: Reading, numbers: Numbers, wait: Wait): string {
  const goOn = wait('Let it run.');
  const { assessment, better } = reading;
  const up = `Rising, ${fromTo(reading)}`;
  if (assessment.selected === null)
    return `${up}, as good as in a straight line: no sign yet of where it levels off. ${goOn}`;
  if (reading.claims.length > 0 && reading.claims.every(({ progress }) => progress >= REACHED))
    return `${up}: the curves put the plateau ${nearOrBetween(reading.claims, reading)}, but the last part of the run still goes up. ${goOn}`;
  if (better !== null) return `${up}: ${byBetter(reading, numbers, better)}. ${goOn}`;
  if (assessment.regime === 'too-early')
    return `${up}, but too early to say where it levels off${bounds(reading, numbers)}. ${goOn}`;
  if (numbers.plateau === null) return `${up}: ${openPlateau(reading)}. ${goOn}`;
  const plateau = fittedLevel(numbers.plateau, reading);
  if (!saysPart(numbers.progress))
    return `${up}: where it levels off is not sure yet, ${plateau} by ${curveInWords(numbers.curve ?? 'exponential')}. ${goOn}`;
  return `Rising: ${percent(numbers.progress)} of the way to ${plateau}${untilReached(reading, numbers)}. ${goOn}`;
}

/** Whether a share of the rise can be told: below "reached", and not anything at all. */
function saysPart(progress: Quantity | null): progress is Quantity {
  if (progress === null || progress.value >= REACHED) return false;
  const [low, high] = progress.interval ?? [progress.value, progress.value];
  return low !== null && high !== null && high - low <= WIDEST_PART;
}

/** A share that is known no better than this is not worth printing. */
const WIDEST_PART = 0.3;

function untilReached(reading: Reading, { riseTime95 }: Numbers): string {
  const left = riseTime95 === null ? 0 : riseTime95.value - spanOf(reading.run);
  if (!(left > 0)) return '';
  return `, about ${roughSteps(left)} more to 95 % of the rise`;
}

function falling(reading: Reading, numbers: Numbers): string {
  const { progress, plateau } = numbers;
  if (reading.levelRows !== null || (progress !== null && progress.value >= REACHED && plateau !== null))
    return `Fallen, ${fromTo(reading)}, and level now. More steps at these settings are not expected to bring it back.`;
  return `Falling, ${fromTo(reading)}. Stop it and look for the cause before it runs on.`;
}

function plateaued(reading: Reading, numbers: Numbers): string {
  const { riseTime95, plateau } = numbers;
  if (reading.better !== null)
    return `Plateaued: ${byBetter(reading, numbers, reading.better)}. More steps at these settings are not expected to add much.`;
  const { fit, run, rings } = reading;
  const isGuess = riseTime95 === null || fit === null || (isHalfCosine(fit) && !rings);
  const reached = isGuess ? null : run.reward.steps[0] + riseTime95.value;
  const since = reached === null ? '' : ` since about step ${formatStep(Math.round(reached))}`;
  const where =
    plateau === null ? nearOrBetween(reading.claims, reading) : `at ${fittedLevel(plateau, reading)}`;
  return `Plateaued ${where}${since}: more steps at these settings are not expected to add to it.`;
}

/** The schedule ended the rise: what it would have come to, and so that more steps need more rate. */
function endedByRate(reading: Reading, wait: Wait): string {
  const { rateRanOut, now } = reading;
  if (rateRanOut === null) return unclear(reading, wait);
  const { plateau, interval, left } = rateRanOut;
  const goal = fittedLevel({ value: plateau, interval, unit: 'reward' }, reading);
  return `Stands at ${level(now, reading)} because the learning rate ran out (${shareText(left)} of its peak is left), not because the reward has no more to give: at a constant rate it was heading for ${goal}. More steps at this rate add little; a longer or higher schedule would.`;
}

/** "2 %", "under 1 %". */
export function shareText(share: number): string {
  return share < 0.01 ? 'under 1 %' : `${Math.round(100 * share)} %`;
}

function ringing(reading: Reading, numbers: Numbers): string {
  const around = fittedLevel(numbers.plateau, reading).replace(/^about /, '');
  return `Ringing around ${around}: the reward swings past its plateau and back, less each time. It settles by itself if the swings go on shrinking.`;
}

function fallen({ scatter }: Reading, collapse: Collapse): string {
  const { peak, peakStep, now, isSudden, stillFalling } = collapse;
  const shown = (value: number): string => formatTo(value, Math.max(peak - now, scatter));
  const top = `the reward peaked near ${shown(peak)} around step ${formatStep(peakStep)}`;
  if (!isSudden)
    return `Past its peak: ${top} and has slipped to ${shown(now)} since. Look for the cause, or go back to a checkpoint near the peak.`;
  if (stillFalling)
    return `Collapsing: ${top}, is near ${shown(now)} and still falling. Stop it and go back to a checkpoint from before the fall.`;
  return `Collapsed: ${top} and is near ${shown(now)} now. Letting it run has not brought it back; a checkpoint from before the fall is the better start.`;
}

/** What the rows themselves say of their level: the curve's own end may stand beside them. */
function meanOfLast({ reward: { values } }: Run, count: number): number {
  return meanOf(values, values.length - count, values.length);
}

function unclear(reading: Reading, wait: Wait): string {
  const { claims, start, now, levelRows, assessment, run } = reading;
  if (
    (assessment.regime === 'too-early' || assessment.selected === null) &&
    levelRows !== null &&
    now > start
  )
    return `Level near ${level(meanOfLast(run, levelRows), reading)} for the last ${formatCount(levelRows)} steps, up from ${level(start, reading)}; no curve bounds the plateau yet. ${wait('Let it run on only if that is not enough, and look again.')}`;
  if (now < start && level(now, reading) !== level(start, reading))
    return `Has slipped, ${fromTo(reading)}, not by enough to be sure that it falls. Look for the cause, or go back to a checkpoint near the peak.`;
  const again = wait('Let it run a while and look again.');
  const bent = claims.filter(({ isOpen }) => !isOpen);
  if (bent.length === 0)
    return `Unclear, ${fromTo(reading)}: no curve describes this reward well enough to say where it goes. ${again}`;
  const directions = new Set(claims.map(({ plateau }) => plateau > start));
  if (directions.size > 1)
    return `Unclear, ${fromTo(reading)}: curves that fit equally well disagree whether the reward rises or falls from here. ${again}`;
  const some = bent.length < claims.length ? ', or see no end yet' : '';
  const who =
    claims.length === 1
      ? `${curveInWords(claims[0].curve)}, which fits best, puts`
      : 'curves that fit equally well put';
  const where = `near ${rangeOf(bent, reading)}`.replace('near between', 'between');
  return `Level or still rising, ${fromTo(reading)}: ${who} the plateau ${where}${some}. ${again}`;
}

function percent(quantity: Quantity | null): string {
  return quantity === null ? 'part' : `${Math.round(100 * quantity.value)} %`;
}
