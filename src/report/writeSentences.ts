import type { Finding } from '../diagnosis/finding';
import { curveInWords } from './curveInWords';
import { describeDropped } from './describeDropped';
import { firstSentenceOf } from './firstSentenceOf';
import { formatQuantity } from './formatQuantity';
import { formatCount, formatNumber, formatStep } from './formatNumber';
import type { Numbers } from './interpret';
import { DECISIVE } from '../dynamics/modelChoice';
import { noiseSentence } from './noiseOf';
import { isHalfCosine } from './plateauClaim';
import { claimedLevel } from './plateauInWords';
import { reachedEnd } from './horizonOf';
import { leverSentences } from './leverSentences';
import { notSeparated } from './notSeparated';
import type { Reading } from './reading';
import { fittedSegment } from './segmentInWords';
import type { Forecast, Report } from './report';

/** Which optimizer the text speaks of, and how that is known. */
export type OptimizerSource = Report['config'][string];

/** What the curve means in plain English, the answer to "do I let it run?" first (panel.md). */
export function writeSentences(
  reading: Reading,
  numbers: Numbers,
  optimizer: OptimizerSource,
  forecast: Forecast | null,
  findings: readonly Finding[],
): string[] {
  return [
    firstSentenceOf(reading, numbers, forecast, findings),
    pace(reading, numbers),
    slowStart(reading, numbers),
    damping(reading, numbers),
    notSeparated(reading.fit, numbers),
    ...leverSentences(reading, numbers),
    rival(reading, numbers),
    ahead(reading, forecast),
    quality(reading),
    numbers.noise === null ? '' : noiseSentence(numbers.noise),
    fitted(reading),
    leftOut(reading),
    assumed(optimizer),
  ].filter((sentence) => sentence !== '');
}

function pace({ fit, rings }: Reading, { timescale }: Numbers): string {
  if (fit === null || timescale === null || (isHalfCosine(fit) && !rings)) return '';
  return `Timescale ${formatQuantity(timescale, { terse: true })}: in that time it closes about two thirds of the gap that is left (read from ${curveInWords(fit.curve)}).`;
}

function slowStart({ rings }: Reading, { slowStart: start }: Numbers): string {
  if (start === null || rings) return '';
  return `The start was slow: the reward improved fastest ${formatQuantity(start, { terse: true })} in. That bounds the memory of the optimizer's momentum from above; it does not measure it.`;
}

function damping({ rings }: Reading, { curve, damping: ratio }: Numbers): string {
  if (ratio === null) return '';
  const value = formatQuantity(ratio, { terse: true });
  if (ratio.interval?.includes(null) === true && !rings)
    return `Damping ratio ${value}: ringing or not cannot be told from it.`;
  const [low, high] = ratio.interval ?? [ratio.value, ratio.value];
  if (low !== null && low >= 1) return `Damping ratio ${value}: above 1, it does not swing past its plateau.`;
  if (!rings && low !== null && high !== null && high >= 1)
    return `Damping ratio ${value}: it may lie on either side of 1, so that ringing or not cannot be told.`;
  if (rings) return `Damping ratio ${value}, below 1: it swings past its plateau.`;
  if (curve !== 'oscillator') return '';
  return `Damping ratio ${value}, below 1; that alone is no ringing, half a swing laid through an S-shaped rise looks the same.`;
}

function rival(reading: Reading, { rival: other }: Numbers): string {
  if (other === null) return '';
  const better =
    other.deltaBicAr > DECISIVE
      ? `fits better (ΔBIC ${formatNumber(other.deltaBicAr)})`
      : `fits about as well (ΔBIC ${formatNumber(other.deltaBicAr)} in its favour, under ${DECISIVE})`;
  const claim = reading.claims.find(({ curve }) => curve === other.curve);
  const where =
    claim === undefined || claim.isOpen
      ? 'but has not bent yet, so its plateau says nothing'
      : `and puts the plateau ${claimedLevel(claim, reading)}`;
  return `${capital(curveInWords(other.curve))}, which has no mechanism behind it, ${better} ${where}.`;
}

function quality({ fit, fits }: Reading): string {
  const r2Value = fit?.r2 ?? null;
  if (r2Value === null) return '';
  const ceiling = fits.noiseCeiling;
  const r2 = `The curve explains ${(100 * r2Value).toFixed(1)} % of the variance (R² ${r2Value.toFixed(3)})`;
  if (ceiling === null) return `${r2}.`;
  const estimate = `noise ceiling ${ceiling.toFixed(2).replace('-', '−')}, an estimate`;
  return ceiling > 0
    ? `${r2}; the row-to-row scatter alone would hold a perfect curve near ${(100 * ceiling).toFixed(0)} % (${estimate}).`
    : `${r2}; the row-to-row scatter is as large as all else (${estimate}).`;
}

function fitted({ run, whole, segmentation }: Reading): string {
  const { steps } = run.reward;
  const { segments } = segmentation;
  const resumes = run.marks.filter(({ kind }) => kind === 'resume').map(({ step }) => formatStep(step));
  const resumed =
    resumes.length === 0
      ? ''
      : `; the run resumed at step ${resumes.slice(0, 3).join(', ')}${resumes.length > 3 ? ' …' : ''}`;
  if (steps.length === 1) return `The log has one step with a reward: ${formatStep(steps[0])}.`;
  if (segments.length > 1) {
    const { why } = fittedSegment(whole, segmentation);
    return `Read from ${formatCount(steps.length)} steps, ${formatStep(steps[0])} to ${formatStep(steps[steps.length - 1])}: ${why}.`;
  }
  return `Read from all ${formatCount(steps.length)} steps that have a reward, ${formatStep(steps[0])} to ${formatStep(steps[steps.length - 1])}${resumed}.`;
}

function leftOut({ run }: Reading): string {
  const phrases = describeDropped(run.dropped);
  return phrases.length === 0 ? '' : `Not counted: ${phrases.join('; ')}.`;
}

function assumed({ value, from }: OptimizerSource): string {
  const name = value === 'sgd' ? 'SGD with momentum' : value === 'adam' ? 'Adam' : String(value);
  return `Optimizer: ${name} (${from}).`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const WORTH: Readonly<Record<Forecast['worthContinuing'], string>> = {
  yes: 'Worth continuing',
  no: 'Not worth continuing',
  unknown: 'Whether it is worth continuing cannot be told',
};

function ahead({ run, start, now, scatter }: Reading, forecast: Forecast | null): string {
  if (forecast === null) return '';
  const end = reachedEnd(run);
  const done =
    end === null ? '' : `The run has reached step ${formatStep(end)}, its planned end. If it went on: `;
  const { reward, interval, atStep, worthContinuing, because } = forecast;
  const resolution = Math.max(Math.abs(now - start), scatter);
  const value = formatQuantity({ value: reward, interval, unit: 'reward' }, { resolution });
  return `${done}${done === '' ? 'Forecast' : 'forecast'} for a row at step ${formatStep(atStep)}: ${value} (95 %). ${WORTH[worthContinuing]}: ${because}.`;
}
