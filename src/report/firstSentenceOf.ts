import { formatCount, formatStep, formatTo } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import type { Numbers } from './interpret';
import type { Collapse } from './collapse';
import { spanOf, type Reading } from './reading';
import type { Quantity } from './report';
import { plateauIsKnown, plateauRange, REACHED } from './runState';

/** Rows from which a curve can be judged (contract 2). */
const ENOUGH_STEPS = 20;

/** The one sentence that answers "do I let it run?" (panel.md). */
export function firstSentenceOf(reading: Reading, numbers: Numbers): string {
  const { collapse } = reading;
  switch (numbers.state) {
    case 'too-early':
      return tooEarly(reading);
    case 'collapsing':
    case 'collapsed':
      return collapse === null ? unclear(reading) : collapsed(reading, collapse);
    case 'no-trend':
      return noTrend(reading);
    case 'rising':
      return rising(reading, numbers);
    case 'falling':
      return falling(reading, numbers);
    case 'plateaued':
    case 'plateaued-learning-rate':
      return plateaued(reading, numbers);
    case 'ringing':
      return ringing(reading, numbers);
    case 'unclear':
      return unclear(reading);
  }
}

/** A reward level with as many decimals as the run's own rise and scatter make worth reading. */
export function level(value: number, { start, now, scatter }: Reading): string {
  return formatTo(value, Math.max(Math.abs(now - start), scatter));
}

/** A fitted reward level with its uncertainty, digits as in `level`. */
export function fittedLevel(quantity: Quantity | null, { start, now, scatter }: Reading): string {
  return formatQuantity(quantity, { resolution: Math.max(Math.abs(now - start), scatter) });
}

function tooEarly({ run }: Reading): string {
  const count = run.reward.values.length;
  const rows = count === 1 ? '1 step has a reward' : `${formatCount(count)} steps have a reward`;
  const enough =
    count < ENOUGH_STEPS
      ? `a curve can be judged from about ${ENOUGH_STEPS} on`
      : `that is not enough to tell where the reward goes; look again at about ${formatCount(2 * count)}`;
  return `Too early: ${rows}, and ${enough}. Let it run until then.`;
}

function noTrend(reading: Reading): string {
  const { run, now, scatter } = reading;
  const steps = formatCount(run.reward.values.length);
  if (scatter === 0)
    return `No trend: the reward is ${formatTo(now, now)} at all ${steps} steps. Nothing here says that waiting will change it.`;
  return `No trend: over ${steps} steps the reward stays around ${level(now, reading)}, and no curve describes it better than a constant. Nothing here says that waiting will change it.`;
}

function fromTo(reading: Reading): string {
  return `${level(reading.start, reading)} → ${level(reading.now, reading)}`;
}

function rising(reading: Reading, numbers: Numbers): string {
  const { fit } = reading;
  if (fit === null)
    return `Rising, ${fromTo(reading)}, as good as in a straight line: no sign yet of where it levels off. Let it run.`;
  if (!plateauIsKnown(reading)) return `Rising, ${fromTo(reading)}: ${openPlateau(reading)}. Let it run.`;
  const plateau = fittedLevel(numbers.plateau, reading);
  return `Rising: ${percent(numbers.progress)} of the way to ${plateau}${untilReached(reading, numbers)}. Let it run.`;
}

/** Why the plateau cannot be named, with what the curves say. */
function openPlateau(reading: Reading): string {
  const { low, high } = plateauRange(reading.claims);
  const said =
    reading.claims.length > 1
      ? `curves that fit equally well say between ${level(low, reading)} and ${level(high, reading)}`
      : `the best curve says ${level(high, reading)}, far from anything seen so far`;
  return `it has not bent enough to tell where it levels off (${said})`;
}

function untilReached(reading: Reading, { riseTime95 }: Numbers): string {
  const left = riseTime95 === null ? 0 : riseTime95.value - spanOf(reading.run);
  if (!(left > 0)) return '';
  const steps = formatQuantity({ value: left, interval: null, unit: 'steps' }, { terse: true });
  return `, ${steps} more to 95 % of the rise`;
}

function falling(reading: Reading, numbers: Numbers): string {
  const done = numbers.progress !== null && numbers.progress.value >= REACHED;
  if (done && plateauIsKnown(reading))
    return `Fallen, ${fromTo(reading)}, and level now. More steps at these settings are not expected to bring it back.`;
  return `Falling, ${fromTo(reading)}. Stop it and look for the cause before it runs on.`;
}

function plateaued(reading: Reading, numbers: Numbers): string {
  const { riseTime95 } = numbers;
  const reached = riseTime95 === null ? null : reading.run.reward.steps[0] + riseTime95.value;
  const since = reached === null ? '' : ` since about step ${formatStep(Math.round(reached))}`;
  return `Plateaued at ${fittedLevel(numbers.plateau, reading)}${since}: more steps at these settings are not expected to add to it.`;
}

function ringing(reading: Reading, numbers: Numbers): string {
  const around = fittedLevel(numbers.plateau, reading).replace(/^about /, '');
  return `Ringing around ${around}: the reward swings past its plateau and back, less each time. It settles by itself if the swings go on shrinking.`;
}

function collapsed({ scatter }: Reading, { peak, peakStep, now, stillFalling }: Collapse): string {
  const shown = (value: number): string => formatTo(value, Math.max(peak - now, scatter));
  const top = `the reward peaked near ${shown(peak)} around step ${formatStep(peakStep)}`;
  if (stillFalling)
    return `Collapsing: ${top}, is near ${shown(now)} and still falling. Stop it and go back to a checkpoint from before the fall.`;
  return `Collapsed: ${top} and is near ${shown(now)} now. Letting it run has not brought it back; a checkpoint from before the fall is the better start.`;
}

function unclear(reading: Reading): string {
  const { claims, start } = reading;
  if (claims.length === 0) return 'Unclear: no curve could be fitted to this reward.';
  const directions = new Set(claims.map(({ plateau }) => plateau > start));
  if (directions.size > 1)
    return `Unclear, ${fromTo(reading)}: curves that fit equally well disagree whether the reward rises or falls from here. Let it run a while and look again.`;
  const { low, high } = plateauRange(claims);
  return `Level or still rising, ${fromTo(reading)}: curves that fit equally well put the plateau between ${level(low, reading)} and ${level(high, reading)}. Let it run a while and look again.`;
}

function percent(quantity: Quantity | null): string {
  return formatQuantity(quantity, { terse: true }).replace(/^about /, '');
}
