import { formatTo } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import { levelResolution } from './levelResolution';
import type { Quantity, Report } from './report';
import { regimeInWords, stateInWords } from './sentences';

/** A label and its value, in words and units. */
export type NumberRow = readonly [label: string, value: string];

/** The numbers of the interpretation that there are, in the order a person asks for them. */
export function numberRows({ interpretation, noiseCeiling, fits }: Report): NumberRow[] {
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
  const levels = [start, now].flatMap((level) => (level === null ? [] : formatTo(level.value, resolution)));
  const rise = [...new Set(levels)].join(' → ');
  return [
    ['state', stateInWords(state)],
    ...(rise === '' ? [] : [['reward', rise] as const]),
    ...(curve !== null && plateau === null
      ? [['plateau', 'not identifiable'] as const]
      : row('plateau', plateau)),
    ...row('progress', interpretation.progress),
    ...row('remaining gain', interpretation.remainingGain),
    ...row('timescale', interpretation.timescale),
    ...row('95 % of the rise', interpretation.riseTime95, ' from the first'),
    ...row('slow start', interpretation.slowStart),
    ...row('damping ratio', interpretation.damping),
    ...row('overshoot', visible(interpretation.overshoot), ' of the rise'),
    ['regime', regimeInWords(regime)],
    ...(r2 === null ? [] : [['R²', `${r2.toFixed(3)}, noise ceiling ${ceilingOf(noiseCeiling)}`] as const]),
  ];
}

/** An overshoot of nothing is no line worth reading. */
function visible(overshoot: Quantity | null): Quantity | null {
  return overshoot !== null && overshoot.value >= 0.005 ? overshoot : null;
}

function ceilingOf(noiseCeiling: number | null): string {
  return noiseCeiling === null ? 'not known' : `${noiseCeiling.toFixed(2).replace('-', '−')} (an estimate)`;
}

/** Whether some number above stands without an interval, which the reader must be told. */
export function lacksIntervals({ interpretation: { plateau, timescale } }: Report): boolean {
  return [plateau, timescale].some((quantity) => quantity !== null && quantity.interval === null);
}
