import { t } from '@vscode/l10n';
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
import { clauseList, commaList } from '../run/listInWords';
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
  return t(
    'Timescale {0}: in that time it closes about two thirds of the gap that is left (read from {1}).',
    ...[formatQuantity(timescale, { terse: true }), curveInWords(fit.curve)],
  );
}

function slowStart({ rings }: Reading, { slowStart: start }: Numbers): string {
  if (start === null || rings) return '';
  return t(
    "The start was slow: the reward improved fastest {0} in. That bounds the memory of the optimizer's momentum from above; it does not measure it.",
    formatQuantity(start, { terse: true }),
  );
}

function damping({ rings }: Reading, { curve, damping: ratio }: Numbers): string {
  if (ratio === null) return '';
  const value = formatQuantity(ratio, { terse: true });
  if (ratio.interval?.includes(null) === true && !rings)
    return t('Damping ratio {0}: ringing or not cannot be told from it.', value);
  const [low, high] = ratio.interval ?? [ratio.value, ratio.value];
  if (low !== null && low >= 1)
    return t('Damping ratio {0}: above 1, it does not swing past its plateau.', value);
  if (!rings && low !== null && high !== null && high >= 1)
    return t(
      'Damping ratio {0}: it may lie on either side of 1, so that ringing or not cannot be told.',
      value,
    );
  if (rings) return t('Damping ratio {0}, below 1: it swings past its plateau.', value);
  if (curve !== 'oscillator') return '';
  return t(
    'Damping ratio {0}, below 1; that alone is no ringing, half a swing laid through an S-shaped rise looks the same.',
    value,
  );
}

function rival(reading: Reading, { rival: other }: Numbers): string {
  if (other === null) return '';
  const [name, lead] = [capital(curveInWords(other.curve)), formatNumber(other.deltaBicAr)];
  const fits =
    other.deltaBicAr > DECISIVE
      ? t('{0}, which has no mechanism behind it, fits better (ΔBIC {1})', name, lead)
      : t(
          '{0}, which has no mechanism behind it, fits about as well (ΔBIC {1} in its favour, under {2})',
          ...[name, lead, DECISIVE],
        );
  const claim = reading.claims.find(({ curve }) => curve === other.curve);
  return claim === undefined || claim.isOpen
    ? t('{0} but has not bent yet, so its plateau says nothing.', fits)
    : t('{0} and puts the plateau {1}.', fits, claimedLevel(claim, reading));
}

function quality({ fit, fits }: Reading): string {
  const r2Value = fit?.r2 ?? null;
  if (r2Value === null) return '';
  const ceiling = fits.noiseCeiling;
  const explained = `${(100 * r2Value).toFixed(1)} %`;
  const r2 = t('The curve explains {0} of the variance (R² {1})', explained, r2Value.toFixed(3));
  if (ceiling === null) return t('{0}.', r2);
  const shown = ceiling.toFixed(2).replace('-', '−');
  return ceiling > 0
    ? t(
        '{0}; the row-to-row scatter alone would hold a perfect curve near {1} (noise ceiling {2}, an estimate).',
        ...[r2, `${(100 * ceiling).toFixed(0)} %`, shown],
      )
    : t(
        '{0}; the row-to-row scatter is as large as all else (noise ceiling {1}, an estimate).',
        ...[r2, shown],
      );
}

function fitted({ run, whole, segmentation }: Reading): string {
  const { steps } = run.reward;
  const { segments } = segmentation;
  const resumes = run.marks.filter(({ kind }) => kind === 'resume').map(({ step }) => formatStep(step));
  const span = [formatCount(steps.length), formatStep(steps[0]), formatStep(steps[steps.length - 1])];
  if (steps.length === 1) return t('The log has one step with a reward: {0}.', span[1]);
  if (segments.length > 1)
    return t('Read from {0} steps, {1} to {2}: {3}.', ...[...span, fittedSegment(whole, segmentation).why]);
  if (resumes.length === 0) return t('Read from all {0} steps that have a reward, {1} to {2}.', ...span);
  const resumed = `${commaList(resumes.slice(0, 3))}${resumes.length > 3 ? ' …' : ''}`;
  return t(
    'Read from all {0} steps that have a reward, {1} to {2}; the run resumed at step {3}.',
    ...[...span, resumed],
  );
}

function leftOut({ run }: Reading): string {
  const phrases = describeDropped(run.dropped);
  return phrases.length === 0 ? '' : t('Not counted: {0}.', clauseList(phrases));
}

function assumed({ value, from }: OptimizerSource): string {
  const name = value === 'sgd' ? t('SGD with momentum') : value === 'adam' ? 'Adam' : String(value);
  return t('Optimizer: {0} ({1}).', name, from);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const WORTH: Readonly<Record<Forecast['worthContinuing'], (because: string, isEarly: boolean) => string>> = {
  yes: (because) => t('Worth continuing: {0}.', because),
  no: (because, isEarly) =>
    isEarly
      ? t(
          'Not worth continuing for what shows by then ({0}); what comes later it is too early to tell.',
          because,
        )
      : t('Not worth continuing: {0}.', because),
  unknown: (because) => t('Whether it is worth continuing cannot be told: {0}.', because),
};

function ahead({ run, start, now, scatter, assessment }: Reading, forecast: Forecast | null): string {
  if (forecast === null) return '';
  const end = reachedEnd(run);
  const { reward, interval, atStep, worthContinuing, because, isUnbounded } = forecast;
  const resolution = Math.max(Math.abs(now - start), scatter);
  const quantity = { value: reward, interval, unit: 'reward' };
  const row = isUnbounded
    ? t('not bounded, its 95 % interval is more than twice as wide as all rewards seen')
    : t('{0} (95 %)', formatQuantity(quantity, { resolution }));
  const worth = WORTH[worthContinuing](because, assessment.regime === 'too-early');
  const args = [formatStep(atStep), row, worth];
  return end === null
    ? t('Forecast for a row at step {0}: {1}. {2}', ...args)
    : t(
        'The run has reached step {3}, its planned end. If it went on: forecast for a row at step {0}: {1}. {2}',
        ...[...args, formatStep(end)],
      );
}
