import { formatStep, formatTo } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import { levelResolution } from './levelResolution';
import { noiseRows } from './noiseRows';
import type { Quantity, Report } from './report';
import { regimeInWords, stateInWords } from './sentences';
import { stabilityRows } from './stabilityRows';

/** A label and its value, in words and units. */
export type NumberRow = readonly [label: string, value: string];

/** The numbers of the interpretation that there are, in the order a person asks for them. */
export function numberRows(report: Report): NumberRow[] {
  const { interpretation, noiseCeiling, fits, forecast } = report;
  const { start, now, plateau, curve, state, regime } = interpretation;
  const resolution = levelResolution(interpretation);
  const shown = (quantity: Quantity | null): string => formatQuantity(quantity, { terse: true, resolution });
  const row = (label: string, quantity: Quantity | null, after = ''): NumberRow[] => {
    if (quantity === null) return [];
    return [
      [
        label,
        (quantity.unit === 'reward' ? shown(quantity) : formatQuantity(quantity, { terse: true })) + after,
      ],
    ];
  };
  const r2 = curve === null ? null : (fits[curve]?.r2 ?? null);
  const levels = [start, now].flatMap((level) => (level === null ? [] : levelOf(level, resolution)));
  const rise = [...new Set(levels)].join(' → ');
  return [
    ['state', stateInWords(state)],
    ...(rise === '' ? [] : [['reward', rise] as const]),
    ...(curve !== null && plateau === null
      ? [['plateau', 'not identifiable'] as const]
      : row('plateau', plateau)),
    ...progressRow(interpretation.progress),
    ...gainRow(interpretation.remainingGain, resolution),
    ...forecastRow(forecast, resolution),
    ...row('timescale', interpretation.timescale),
    ...row('95 % of the rise', interpretation.riseTime95, ' from the first'),
    ...row('slow start', interpretation.slowStart),
    ...row('damping ratio', interpretation.damping),
    ...row('overshoot', visible(interpretation.overshoot), ' of the rise'),
    ['regime', regimeInWords(regime)],
    ...stabilityRows(report).map(({ label, value }) => [label, value] as const),
    ...row('curvature κ', interpretation.curvature),
    ...noiseRows(report).map(({ label, value }) => [label, value] as const),
    ...(r2 === null ? [] : [['R²', `${r2.toFixed(3)}, noise ceiling ${ceilingOf(noiseCeiling)}`] as const]),
  ];
}

/** With its interval where it was fitted; what the rows alone say has none. */
function levelOf(level: Quantity, resolution: number): string {
  const isClosed = level.interval !== null && !level.interval.includes(null);
  return isClosed ? formatQuantity(level, { terse: true, resolution }) : formatTo(level.value, resolution);
}

/** Whole percent where the interval is narrower than that; "at least" where the curve's own value is its upper end. */
function progressRow(progress: Quantity | null): NumberRow[] {
  if (progress === null) return [];
  const [low, high] = progress.interval ?? [null, null];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  if (low === null || high === null) return [['progress', formatQuantity(progress, { terse: true })]];
  if (high - low < 0.01) return [['progress', percent(progress.value)]];
  if (progress.value > ARRIVED) return [['progress', `at least ${percent(low)}`]];
  return [['progress', formatQuantity(progress, { terse: true })]];
}

/** From this share on, what is left is no number but the tail of a curve. */
const ARRIVED = 0.995;

/** One row at the horizon; why going on is worth it or not stands in the sentences. */
function forecastRow(forecast: Report['forecast'], resolution: number): NumberRow[] {
  if (forecast === null) return [];
  const { reward, interval, atStep, worthContinuing } = forecast;
  const value = formatQuantity({ value: reward, interval, unit: 'reward' }, { terse: true, resolution });
  return [
    ['forecast', `${value} at step ${formatStep(atStep)}`],
    ['worth continuing', WORTH[worthContinuing]],
  ];
}

const WORTH = { yes: 'yes', no: 'no', unknown: 'cannot be told' } as const;

/** What is left, unless all of its interval is too small to be seen in the reward. */
function gainRow(gain: Quantity | null, resolution: number): NumberRow[] {
  if (gain === null) return [];
  const most = Math.max(...[gain.value, ...(gain.interval ?? [])].map((end) => Math.abs(end ?? Infinity)));
  const isNone = gain.interval !== null && most < 0.01 * resolution;
  if (isNone) return [['remaining gain', 'none (under 1 % of the rise)']];
  if (Math.abs(gain.value) < (1 - ARRIVED) * resolution && Number.isFinite(most))
    return [['remaining gain', `at most ${formatTo(most, resolution)}`]];
  return [['remaining gain', formatQuantity(gain, { terse: true, resolution })]];
}

/** An overshoot of nothing is no line worth reading. */
function visible(overshoot: Quantity | null): Quantity | null {
  return overshoot !== null && overshoot.value >= 0.005 ? overshoot : null;
}

function ceilingOf(noiseCeiling: number | null): string {
  return noiseCeiling === null ? 'not known' : `${noiseCeiling.toFixed(2).replace('-', '−')} (an estimate)`;
}
