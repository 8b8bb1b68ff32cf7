import { t } from '@vscode/l10n';
import type { Regime } from '../dynamics/regime';
import { formatStep, formatTo } from './formatNumber';
import { formatQuantity, ownEnds } from './formatQuantity';
import { levelResolution } from './levelResolution';
import { noiseRows } from './noiseRows';
import { plateauRows } from './plateauRows';
import type { Quantity, Report, RunState } from './report';
import { regimeInWords, stateInWords } from './sentences';
import { stabilityRows } from './stabilityRows';

/** A label and its value, in words and units. */
export type NumberRow = readonly [label: string, value: string];

/** The numbers of the interpretation that there are, in the order a person asks for them. */
export function numberRows(report: Report): NumberRow[] {
  const { interpretation, noiseCeiling, fits, forecast } = report;
  const { start, now, curve, state, regime } = interpretation;
  const resolution = levelResolution(interpretation);
  const shown = (quantity: Quantity | null): string => formatQuantity(quantity, { terse: true, resolution });
  const row = (
    label: string,
    quantity: Quantity | null,
    inWords = (value: string): string => value,
  ): NumberRow[] => {
    if (quantity === null) return [];
    const isReward = quantity.unit === 'reward';
    return [[label, inWords(isReward ? shown(quantity) : formatQuantity(quantity, { terse: true }))]];
  };
  const r2 = curve === null ? null : (fits[curve]?.r2 ?? null);
  const levels = [start, now].flatMap((level) => (level === null ? [] : levelOf(level, resolution)));
  const rise = [...new Set(levels)].join(' → ');
  return [
    [t('state'), stateInWords(state)],
    ...(rise === '' ? [] : [[t('reward'), rise] as const]),
    ...plateauRows(report, resolution),
    ...progressRow(interpretation.progress),
    ...gainRow(interpretation.remainingGain, resolution),
    ...forecastRow(forecast, regime, resolution),
    ...row(t('timescale'), interpretation.timescale),
    ...row(t('95 % of the rise'), interpretation.riseTime95, (value) => t('{0} from the first', value)),
    ...row(t('slow start'), interpretation.slowStart),
    ...row(t('damping ratio'), interpretation.damping),
    ...row(t('overshoot'), visible(interpretation.overshoot), (value) => t('{0} of the rise', value)),
    [t('regime'), regimeBeside(state, regime)],
    ...stabilityRows(report).map(({ label, value }) => [label, value] as const),
    ...row(t('curvature κ'), interpretation.curvature),
    ...noiseRows(report).map(({ label, value }) => [label, value] as const),
    ...(r2 === null
      ? []
      : [['R²', t('{0}, noise ceiling {1}', r2.toFixed(3), ceilingOf(noiseCeiling))] as const]),
  ];
}

/** The regime where the verdict bears one: neither damping without a clear trend, nor "no trend" of a run that moves. */
function regimeBeside(state: RunState, regime: Regime): string {
  const isTrend = regime !== 'no-trend' && regime !== 'too-early';
  if (state === 'no-trend' && isTrend) return t('not told without a clear trend');
  return state !== 'no-trend' && regime === 'no-trend'
    ? t('none: no curve does better than a level or a straight line')
    : regimeInWords(regime);
}

/** With its interval where it was fitted; what the rows alone say has none. */
function levelOf(level: Quantity, resolution: number): string {
  const isClosed = level.interval !== null && !ownEnds(level.value, level.interval).includes(null);
  return isClosed ? formatQuantity(level, { terse: true, resolution }) : formatTo(level.value, resolution);
}

/** Whole percent where the interval is narrower than that; "at least" where the curve's own value is its upper end. */
function progressRow(progress: Quantity | null): NumberRow[] {
  if (progress === null) return [];
  const [low, high] = progress.interval ?? [null, null];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (low === null || high === null) return [[t('progress'), formatQuantity(progress, { terse: true })]];
  if (high - low < 0.01) return [[t('progress'), percent(progress.value)]];
  if (progress.value > ARRIVED) return [[t('progress'), t('at least {0}', percent(low))]];
  return [[t('progress'), formatQuantity(progress, { terse: true })]];
}

/** From this share on, what is left is no number but the tail of a curve. */
const ARRIVED = 0.995;

/** One row at the horizon; why going on is worth it or not stands in the sentences. */
function forecastRow(forecast: Report['forecast'], regime: Regime, resolution: number): NumberRow[] {
  if (forecast === null) return [];
  const { reward, interval, atStep, worthContinuing, isUnbounded } = forecast;
  const quantity = { value: reward, interval, unit: 'reward' };
  const value = isUnbounded ? t('not bounded') : formatQuantity(quantity, { terse: true, resolution });
  const at = formatStep(atStep);
  return [
    [t('forecast'), t('{0} at step {1}', value, at)],
    [t('worth continuing'), WORTH[worthContinuing](regime, at)],
  ];
}

/** Where it is too early for a plateau, what is known of going on ends at the forecast's step. */
const WORTH = {
  yes: () => t('yes'),
  no: (regime: Regime, at: string) =>
    regime === 'too-early' ? t('not for what step {0} would bring; later, too early to tell', at) : t('no'),
  unknown: () => t('cannot be told'),
} as const;

/** What is left, unless all of its interval is too small to be seen in the reward. */
function gainRow(gain: Quantity | null, resolution: number): NumberRow[] {
  if (gain === null) return [];
  const most = Math.max(...[gain.value, ...(gain.interval ?? [])].map((end) => Math.abs(end ?? Infinity)));
  const isNone = gain.interval !== null && most < 0.01 * resolution;
  if (isNone) return [[t('remaining gain'), t('none (under 1 % of the rise)')]];
  if (Math.abs(gain.value) < (1 - ARRIVED) * resolution && Number.isFinite(most))
    return [[t('remaining gain'), t('at most {0}', formatTo(most, resolution))]];
  return [[t('remaining gain'), formatQuantity(gain, { terse: true, resolution })]];
}

/** An overshoot of nothing is no line worth reading. */
function visible(overshoot: Quantity | null): Quantity | null {
  return overshoot !== null && overshoot.value >= 0.005 ? overshoot : null;
}

function ceilingOf(noiseCeiling: number | null): string {
  return noiseCeiling === null
    ? t('not known')
    : t('{0} (an estimate)', noiseCeiling.toFixed(2).replace('-', '−'));
}
