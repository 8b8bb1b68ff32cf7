import { t } from '@vscode/l10n';
import type { NoisePart } from '../dynamics/noise/noiseParts';
import { meanOf } from '../dynamics/means';
import type { Interval } from '../dynamics/fit';
import { formatQuantity } from './formatQuantity';
import { noiseWarning } from './noiseWarning';
import { inARow } from '../run/listInWords';
import { noteOf } from './noteOf';
import type { Reading } from './reading';
import type { NoiseReport, Quantity } from './report';
import { isSgd } from './stiffnessNotes';

/**
 * Scatter of the rows around the curve, how much of it carries over to the next row, and its two parts (theory.md §4).
 *
 * @returns reward units; temperature 2 k Var(process), the S/G of Var = S/(2kG), in reward² per logged step
 */
export function noiseOf(reading: Reading): NoiseReport {
  const { fit, scatter, noise, warning } = reading;
  const parts = noise === null || typeof noise === 'string' ? null : noise;
  return {
    rowToRow: scatter,
    aroundCurve: fit === null || fit.n < 3 ? null : Math.sqrt(fit.sse / fit.n),
    autocorrelation: fit?.autocorrelation ?? null,
    process: parts && quantity(parts.process),
    sampling: parts && quantity(parts.sampling),
    temperature: parts && temperatureOf(parts.process, reading),
    expectedSampling: expectedSampling(reading),
    atDoubleGroupSize: parts && atDoubleGroupSize(parts.process, reading),
    warning: warning && noiseWarning(warning),
  };
}

/** Why parts of the noise are null, and how to give what is missing. */
export function noiseNotes(reading: Reading): string[] {
  const { noise, warning } = reading;
  const noCurve = noise === null ? t('no trusted curve to measure the noise around.') : null;
  const why = typeof noise === 'string' ? t('{0}.', noise) : noCurve;
  return [
    ...(why === null ? partNotes(reading) : [noteOf(PARTS, why)]),
    expectedSampling(reading) === null
      ? noteOf(
          'noise.expectedSampling',
          t('needs the std of the rewards, the group size and the prompts per batch in the log.'),
        )
      : '',
    warning === null
      ? noteOf('noise.warning', noCurve ?? t('fewer than 80 observations, or none off the curve.'))
      : '',
  ];
}

const PARTS = 'noise.process, noise.sampling, noise.temperature, noise.atDoubleGroupSize';

function partNotes(reading: Reading): string[] {
  return [
    stiffnessOf(reading) === null
      ? noteOf('noise.temperature', t('the curve has no stiffness to read it with.'))
      : '',
    reading.run.config.has('optimizer')
      ? ''
      : noteOf(
          'noise.atDoubleGroupSize',
          t(
            'the optimizer is not known; with SGD the variance falls by up to 2, with Adam by up to √2 (--optimizer).',
          ),
        ),
  ];
}

/** What the noise consists of, in a sentence; empty where its parts cannot be told apart. */
export function noiseSentence({ process, sampling, warning }: NoiseReport): string {
  const parts =
    process === null || sampling === null
      ? ''
      : t(
          "Of the noise around the curve, {0} carries over from row to row (the policy's own jitter, if the curve fits), and {1} is new in every row (sampling).",
          ...[formatQuantity(process), formatQuantity(sampling)],
        );
  return inARow(parts, warning?.sentence ?? '');
}

function quantity({ value, interval }: NoisePart): Quantity {
  return { value, interval, unit: 'reward' };
}

/**
 * Stiffness and jitter are read off different things (the mean path and what scatters about it), so their errors count as
 * independent: distances to the ends add in quadrature on the logarithmic scale (MOVER: Zou, Donner, Stat. Med. 27, 2008).
 */
function temperatureOf({ value, interval: [low, high] }: NoisePart, reading: Reading): Quantity | null {
  const k = stiffnessOf(reading);
  if (k === null) return null;
  const temperature = 2 * k.value * value * value;
  const [least, most] = k.interval ?? [null, null];
  const end = (stiffness: number | null, spread: number, sign: 1 | -1): number | null =>
    stiffness === null
      ? null
      : temperature *
        Math.exp(sign * Math.hypot(Math.log(stiffness / k.value), 2 * Math.log(spread / value)));
  return {
    value: temperature,
    interval: [end(least, low, -1), end(most, high, 1)],
    unit: 'reward² per step',
  };
}

function stiffnessOf({
  fit,
}: Reading): { readonly value: number; readonly interval: Interval | null } | null {
  const k = fit?.derived.stiffness;
  return k !== undefined && Number.isFinite(k.value) && k.value > 0 ? k : null;
}

/** √(mean std² / (B·G)); within-group std leaves out how prompts differ, so the truth is then rather more. */
function expectedSampling({ run, whole }: Reading): Quantity | null {
  const deviations = whole.series.get('rewardStdBatch') ?? whole.series.get('rewardStd');
  const group = run.config.get('groupSize')?.value;
  const prompts = run.config.get('promptsPerBatch')?.value;
  if (deviations === undefined || typeof group !== 'number' || typeof prompts !== 'number') return null;
  const squares = deviations.values.map((value) => value * value);
  const value = Math.sqrt(meanOf(squares, 0, squares.length) / (group * prompts));
  return { value, interval: null, unit: 'reward' };
}

/**
 * Variance goes as 1/G for SGD and as 1/√G for Adam (theory.md §5b), but only that part of it which comes from within groups:
 * noise between prompts is a floor, and how high is not known, so the interval reaches up to no change at all.
 */
function atDoubleGroupSize({ value, interval: [low, high] }: NoisePart, { run }: Reading): Quantity | null {
  if (!run.config.has('optimizer')) return null;
  const best = isSgd(run.config) ? Math.SQRT1_2 : Math.SQRT1_2 ** 0.5;
  return { value: best * value, interval: [best * low, high], unit: 'reward' };
}
