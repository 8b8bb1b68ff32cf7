import { DECISIVE } from '../src/dynamics/modelChoice';
import { formatNumber, formatTo } from '../src/report/formatNumber';
import { levelResolution } from '../src/report/levelResolution';
import type { Interpretation, Quantity, Report } from '../src/report/report';
import { numberRows } from '../src/report/numberRows';
import { regimeInWords } from '../src/report/sentences';
import { noteFor } from '../src/report/noteFor';
import type { ConstantRow } from './constantRow';
import { noiseConstants } from './noiseConstants';
import { quantityText } from './quantityText';
import { stabilityConstants } from './stabilityConstants';
import { CURVE_LABELS } from './words';

/** A constant of the Report and its words. */
interface Definition {
  readonly key: keyof Interpretation;
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  /** Left out when there is nothing to say, instead of saying that there is nothing. */
  readonly optional?: boolean;
  /** Said also where it is next to nothing: "none" is what a person wants to read of it. */
  readonly alwaysSaid?: boolean;
}

const DEFINITIONS: readonly Definition[] = [
  {
    key: 'plateau',
    name: 'plateau',
    meaning: 'where the reward settles if nothing about the run is changed',
    formula: 'R*, the fixed point of the fitted curve',
  },
  {
    key: 'progress',
    name: 'progress',
    meaning: 'share of the way from the start to the plateau that is behind the run',
    formula: '(R(now) − R₀) / (R* − R₀)',
  },
  {
    key: 'remainingGain',
    name: 'gain still ahead',
    meaning: 'what waiting for the plateau would add to the reward',
    formula: 'R* − R(now)',
    optional: true,
    alwaysSaid: true,
  },
  {
    key: 'timescale',
    name: 'timescale',
    meaning: 'steps in which the gap to the plateau shrinks to about a third',
    formula: 'τ: the slowest decay of the fitted curve, to 1/e',
  },
  {
    key: 'riseTime95',
    name: 'rise to 95 %',
    meaning: 'steps from the start until 95 % of the rise is done',
    formula: 'first crossing of R₀ + 0.95 (R* − R₀)',
  },
  {
    key: 'slowStart',
    name: 'slow start',
    meaning: 'steps until the reward improves fastest',
    formula: 'inflection of the fitted curve; ln(λ₂/λ₁)/(λ₂−λ₁) for ζ > 1',
  },
  {
    key: 'damping',
    name: 'damping ratio',
    meaning: 'above 1 the curve creeps to its plateau, below 1 it may overshoot and ring',
    formula: 'ζ = γ / (2√(mk))',
  },
  {
    key: 'overshoot',
    name: 'overshoot',
    meaning: 'how far the first swing goes beyond the plateau',
    formula: 'e^(−πζ/√(1−ζ²)) of the rise, for ζ < 1',
    optional: true,
  },
  {
    key: 'stiffness',
    name: 'stiffness',
    meaning: 'how hard the run is pulled to its plateau; grows with the learning rate',
    formula: 'k/γ = ω₀/(2ζ), per step',
  },
  {
    key: 'inertia',
    name: 'inertia',
    meaning: 'length of the slow start; an upper bound on the memory of the momentum',
    formula: 'm/γ = 1/(2ζω₀), steps',
  },
  {
    key: 'curvature',
    name: 'curvature',
    meaning: 'stiffness per unit of learning rate: carries over to another learning rate',
    formula: 'κ = k/η',
    optional: true,
  },
];

function isQuantity(value: Interpretation[keyof Interpretation]): value is Quantity {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;
}

/** Why a constant has no number, in the words of the regime. */
function absence(report: Report): string {
  const { regime, state } = report.interpretation;
  if (regime === 'too-early') return 'too early';
  // A straight line wins over every curve too, and is a trend.
  return state === 'no-trend' ? 'no trend' : 'not identifiable';
}

function suffix(key: keyof Interpretation, report: Report): string {
  const { regime } = report.interpretation;
  return key === 'damping' && regime !== 'not-identifiable' ? `, ${regimeInWords(regime)}` : '';
}

/** Shares of the rise (a gain) or of 1 (an overshoot) below which there is nothing worth a person's eye. */
const WORTH_A_ROW = { reward: 0.01, fraction: 0.005 } as const;

/** A gain of 2e-9 is digits without meaning: its row would only ask for attention. */
function isNegligible({ value, interval, unit }: Quantity, { interpretation }: Report): boolean {
  if (unit !== 'reward' && unit !== 'fraction') return false;
  const largest = Math.max(...[value, ...(interval ?? [])].map((end) => Math.abs(end ?? Infinity)));
  return largest < WORTH_A_ROW[unit] * (unit === 'reward' ? levelResolution(interpretation) : 1);
}

/** The command line's own words for what it rounds in a way of its own, so that both say the same number. */
const ROUNDED_BY_COMMAND_LINE: Readonly<Partial<Record<keyof Interpretation, string>>> = {
  progress: 'progress',
  remainingGain: 'remaining gain',
};

function valueOf(key: keyof Interpretation, quantity: Quantity, report: Report): string {
  const label = ROUNDED_BY_COMMAND_LINE[key];
  const row = label === undefined ? undefined : numberRows(report).find(([name]) => name === label);
  return row?.[1] ?? quantityText(quantity, report.interpretation);
}

function rowOf(definition: Definition, report: Report): ConstantRow[] {
  const { key, name, meaning, formula, optional = false, alwaysSaid = false } = definition;
  const quantity = report.interpretation[key];
  if (isQuantity(quantity) && optional && !alwaysSaid && isNegligible(quantity, report)) return [];
  if (isQuantity(quantity)) {
    const value = `${valueOf(key, quantity, report)}${suffix(key, report)}`;
    return [{ name, value, known: true, meaning, formula }];
  }
  if (optional) return [];
  const why = noteFor(report.notes, key);
  return [{ name, value: absence(report), known: false, meaning: why ?? meaning, formula }];
}

/** How well the curve describes the log, beside what the noise allows: never only the flattering number. */
function fitRow(report: Report): ConstantRow {
  const { curve } = report.interpretation;
  const r2 = curve === null ? null : (report.fits[curve]?.r2 ?? null);
  const ceiling = report.noiseCeiling;
  const beside = ceiling === null ? '' : ` · noise ceiling about ${formatNumber(ceiling)}`;
  return {
    name: 'R²',
    value: r2 === null ? `no curve${beside}` : `${r2.toFixed(3)}${beside}`,
    known: r2 !== null,
    meaning:
      'share of the ups and downs that the curve explains, and an estimate of what noise this size leaves to explain',
    formula: '1 − SSE/SST over all rows; ceiling 1 − var(Δy)/(2 var y), an estimate and not a limit',
  };
}

function better(delta: number): string {
  const by = `ΔBIC ${formatNumber(delta)}`;
  return delta > DECISIVE
    ? `fits better (${by})`
    : `fits about as well (${by} in its favour, under ${DECISIVE})`;
}

/** A curve without a mechanism that describes the log better: said where the constants stand, not hidden in a fold. */
function rivalRow({ interpretation }: Report): ConstantRow[] {
  const { rival } = interpretation;
  if (rival === null) return [];
  return [
    {
      name: 'rival',
      value: `${CURVE_LABELS[rival.curve]}: plateau ${formatTo(rival.plateau, levelResolution(interpretation))}`,
      known: true,
      meaning: `${better(rival.deltaBicAr)}, with no mechanism behind it`,
      formula: 'lowest BIC under the likelihood for autocorrelated noise',
    },
  ];
}

/** A reason is given once: the rows below it refer to it. */
function withoutRepeats(rows: readonly ConstantRow[]): ConstantRow[] {
  const said = new Map<string, string>();
  return rows.map((row) => {
    const first = row.known ? undefined : said.get(row.meaning);
    if (!row.known && first === undefined) said.set(row.meaning, row.name);
    return first === undefined ? row : { ...row, meaning: `as for the ${first}` };
  });
}

/** Without a trusted curve every constant would say the same: the plateau says it for all of them. */
function withoutCurve(report: Report): ConstantRow[] {
  const [plateau, ...others] = DEFINITIONS.filter(({ optional = false }) => !optional);
  const value = absence(report);
  const why = noteFor(report.notes, 'No constants') ?? plateau.meaning;
  const rest = others.map(({ name }) => name).join(', ');
  return [
    { name: plateau.name, value, known: false, meaning: why, formula: plateau.formula },
    { name: 'the rest', value, known: false, meaning: rest, formula: 'as for the plateau' },
  ];
}

/** The constants in words, in the order a person asks for them. */
export function constantRows(report: Report): ConstantRow[] {
  const rows =
    report.interpretation.curve === null
      ? withoutCurve(report)
      : withoutRepeats(DEFINITIONS.flatMap((definition) => rowOf(definition, report)));
  return [
    ...rows,
    fitRow(report),
    ...rivalRow(report),
    ...stabilityConstants(report),
    ...noiseConstants(report),
  ];
}
