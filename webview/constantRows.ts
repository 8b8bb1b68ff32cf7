import { t } from '@vscode/l10n';
import { DECISIVE } from '../src/dynamics/modelChoice';
import { formatNumber, formatTo } from '../src/report/formatNumber';
import { levelResolution } from '../src/report/levelResolution';
import { commaList } from '../src/run/listInWords';
import type { Interpretation, Quantity, Report } from '../src/report/report';
import { numberRows } from '../src/report/numberRows';
import { regimeInWords } from '../src/report/sentences';
import { noteFor } from '../src/report/noteFor';
import type { ConstantRow } from './constantRow';
import { CONSTANT_DEFINITIONS, type ConstantDefinition } from './constantDefinitions';
import { noiseConstants } from './noiseConstants';
import { quantityText } from './quantityText';
import { stabilityConstants } from './stabilityConstants';
import { CURVE_LABELS } from './words';

function isQuantity(value: Interpretation[keyof Interpretation]): value is Quantity {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;
}

/** Why a constant has no number, in the words of the regime. */
function absence(report: Report): string {
  const { regime, state } = report.interpretation;
  if (regime === 'too-early') return t('too early');
  // A straight line wins over every curve too, and is a trend.
  return state === 'no-trend' ? t('no trend') : t('not identifiable');
}

/** The damping ratio says its regime beside it. */
function withRegime(value: string, key: keyof Interpretation, { interpretation }: Report): string {
  const { regime } = interpretation;
  return key === 'damping' && regime !== 'not-identifiable'
    ? commaList([value, regimeInWords(regime)])
    : value;
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
const ROUNDED_BY_COMMAND_LINE: Readonly<Partial<Record<keyof Interpretation, () => string>>> = {
  progress: () => t('progress'),
  remainingGain: () => t('remaining gain'),
};

function valueOf(key: keyof Interpretation, quantity: Quantity, report: Report): string {
  const label = ROUNDED_BY_COMMAND_LINE[key]?.();
  const row = label === undefined ? undefined : numberRows(report).find(([name]) => name === label);
  return row?.[1] ?? quantityText(quantity, report.interpretation);
}

function wordsOf({ name, meaning, formula }: ConstantDefinition) {
  return { name: name(), meaning: meaning(), formula: formula() };
}

function rowOf(definition: ConstantDefinition, report: Report): ConstantRow[] {
  const { key, optional = false, alwaysSaid = false } = definition;
  const quantity = report.interpretation[key];
  if (isQuantity(quantity) && optional && !alwaysSaid && isNegligible(quantity, report)) return [];
  const words = wordsOf(definition);
  if (isQuantity(quantity)) {
    const value = withRegime(valueOf(key, quantity, report), key, report);
    return [{ ...words, value, known: true }];
  }
  if (optional) return [];
  const meaning = noteFor(report.notes, key) ?? words.meaning;
  return [{ ...words, value: absence(report), known: false, meaning }];
}

/** How well the curve describes the log, beside what the noise allows: never only the flattering number. */
function fitRow(report: Report): ConstantRow {
  const { curve } = report.interpretation;
  const r2 = curve === null ? null : (report.fits[curve]?.r2 ?? null);
  const ceiling = report.noiseCeiling;
  const value = r2 === null ? t('no curve') : r2.toFixed(3);
  return {
    name: 'R²',
    value: ceiling === null ? value : t('{0} · noise ceiling about {1}', value, formatNumber(ceiling)),
    known: r2 !== null,
    meaning: t(
      'share of the ups and downs that the curve explains, and an estimate of what noise this size leaves to explain',
    ),
    formula: t('1 − SSE/SST over all rows; ceiling 1 − var(Δy)/(2 var y), an estimate and not a limit'),
  };
}

function better(delta: number): string {
  const by = `ΔBIC ${formatNumber(delta)}`;
  return delta > DECISIVE
    ? t('fits better ({0}), with no mechanism behind it', by)
    : t('fits about as well ({0} in its favour, under {1}), with no mechanism behind it', by, DECISIVE);
}

/** A curve without a mechanism that describes the log better: said where the constants stand, not hidden in a fold. */
function rivalRow({ interpretation }: Report): ConstantRow[] {
  const { rival } = interpretation;
  if (rival === null) return [];
  return [
    {
      name: t('rival'),
      value: t(
        '{0}: plateau {1}',
        CURVE_LABELS[rival.curve],
        formatTo(rival.plateau, levelResolution(interpretation)),
      ),
      known: true,
      meaning: better(rival.deltaBicAr),
      formula: t('lowest BIC under the likelihood for autocorrelated noise'),
    },
  ];
}

/** A reason is given once: the rows below it refer to it. */
function withoutRepeats(rows: readonly ConstantRow[]): ConstantRow[] {
  const said = new Map<string, string>();
  return rows.map((row) => {
    const first = row.known ? undefined : said.get(row.meaning);
    if (!row.known && first === undefined) said.set(row.meaning, row.name);
    return first === undefined ? row : { ...row, meaning: t('as for the {0}', first) };
  });
}

/** Without a trusted curve every constant would say the same: the plateau says it for all of them. */
function withoutCurve(report: Report): ConstantRow[] {
  const [plateau, ...others] = CONSTANT_DEFINITIONS.filter(({ optional = false }) => !optional);
  const value = absence(report);
  const { name, meaning, formula } = wordsOf(plateau);
  const why = noteFor(report.notes, 'No constants') ?? meaning;
  return [
    { name, value, known: false, meaning: why, formula },
    {
      name: t('the rest'),
      value,
      known: false,
      meaning: commaList(others.map((other) => other.name())),
      formula: t('as for the plateau'),
    },
  ];
}

/** The constants in words, in the order a person asks for them. */
export function constantRows(report: Report): ConstantRow[] {
  const rows =
    report.interpretation.curve === null
      ? withoutCurve(report)
      : withoutRepeats(CONSTANT_DEFINITIONS.flatMap((definition) => rowOf(definition, report)));
  return [
    ...rows,
    fitRow(report),
    ...rivalRow(report),
    ...stabilityConstants(report),
    ...noiseConstants(report),
  ];
}
