import { t } from '@vscode/l10n';
import { ownChoice, type WhatIfChoice } from '../../src/dynamics/whatIf/whatIfRun';
import { formatCount, formatNumber } from '../../src/report/formatNumber';
import type { WhatIf } from '../../src/report/whatIfOf';

/** The sliders, in the order they stand. */
export const SETTINGS = ['learningRate', 'beta', 'refreshInterval', 'groupSize'] as const;

/** One slider's name. */
export type SettingName = (typeof SETTINGS)[number];

/** What a slider offers and how its values are said. */
export interface SettingKind {
  readonly label: () => string;
  /** Values a slider stops at, ascending; the run's own comes among them. */
  readonly stops: readonly number[];
  /** What the numeric field takes. */
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly prefix: string;
  /** What a value counts; empty where it is a bare number. */
  readonly unit: () => string;
  /** A number with its unit. */
  readonly spoken: (number: string) => string;
}

const FACTORS = Array.from({ length: 25 }, (_, i) => 2 ** ((i - 12) / 4));
const MOMENTA = Array.from({ length: 20 }, (_, i) => Math.round(5 * i) / 100);

/** Every slider. */
export const KINDS: Readonly<Record<SettingName, SettingKind>> = {
  learningRate: {
    label: () => t('learning rate'),
    stops: FACTORS,
    least: 0.01,
    most: 100,
    isWhole: false,
    prefix: '×',
    unit: () => t('times the run’s own'),
    spoken: (number) => t('×{0} times the run’s own', number),
  },
  beta: {
    label: () => t('momentum'),
    stops: [...MOMENTA, 0.96, 0.97, 0.98, 0.99, 0.995],
    least: 0,
    most: 0.999,
    isWhole: false,
    prefix: '',
    unit: () => '',
    spoken: (number) => number,
  },
  refreshInterval: {
    label: () => t('refresh every'),
    stops: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128],
    least: 1,
    most: 1024,
    isWhole: true,
    prefix: '',
    unit: () => t('optimizer steps'),
    spoken: (number) => t('{0} optimizer steps', number),
  },
  groupSize: {
    label: () => t('group size'),
    stops: [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 256],
    least: 2,
    most: 4096,
    isWhole: true,
    prefix: '',
    unit: () => t('answers a prompt'),
    spoken: (number) => t('{0} answers a prompt', number),
  },
};

/** Where each value stands in a choice. */
const FIELDS = {
  learningRate: 'rate',
  beta: 'beta',
  refreshInterval: 'refreshInterval',
  groupSize: 'groupSize',
} as const satisfies Record<SettingName, keyof WhatIfChoice>;

/** The value of a setting in a choice; null where the run's own is not known. */
export function valueIn(choice: WhatIfChoice, name: SettingName): number | null {
  return choice[FIELDS[name]];
}

/** The values a person has moved, by slider. */
export type Moved = Readonly<Partial<Record<SettingName, number>>>;

/** The run's own choice with what a person has moved; what may not be moved stays. */
export function choiceOf({ run, missing }: WhatIf, moved: Moved): WhatIfChoice {
  const changed = SETTINGS.flatMap((name) => {
    const value = moved[name];
    return value === undefined || missing[name] !== null ? [] : [[FIELDS[name], value] as const];
  });
  return { ...ownChoice(run), ...Object.fromEntries(changed) };
}

/** The stops of a slider with the run's own value among them. */
export function stopsWith(kind: SettingKind, own: number | null): readonly number[] {
  if (own === null || kind.stops.includes(own)) return kind.stops;
  return [...kind.stops, own].sort((a, b) => a - b);
}

/** The stop that is nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  const distance = (i: number): number => Math.abs(stops[i] - value);
  return stops.reduce((best, _, i) => (distance(i) < distance(best) ? i : best), 0);
}

/** A typed value; null where the slider's setting cannot have it. */
export function readValue({ least, most, isWhole }: SettingKind, text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  const fits = value >= least && value <= most && (!isWhole || Number.isInteger(value));
  return fits ? value : null;
}

/** A value as the numeric field shows it. */
export function fieldText({ isWhole }: SettingKind, value: number): string {
  return isWhole ? String(value) : String(Number(value.toPrecision(3)));
}

/** The rate behind a factor; nothing where the run's own is not known. */
export function rateText({ learningRate }: WhatIf, factor: number): string {
  return learningRate === null ? '' : `= ${formatNumber(factor * learningRate)}`;
}

/** A value with what it means, for the ear. */
export function spokenValue(name: SettingName, value: number, base: WhatIf): string {
  const kind = KINDS[name];
  const number = kind.isWhole ? formatCount(value) : fieldText(kind, value);
  const rate = name === 'learningRate' ? rateText(base, value) : '';
  return rate === '' ? kind.spoken(number) : `${kind.prefix}${number} ${rate}`;
}

/** What a person has to know of a law before it is believed; empty where nothing is. */
export function lawText(name: SettingName, { run }: WhatIf): string {
  const isSgd = run.optimizer === 'sgd';
  if (name === 'beta' && isSgd) return t('momentum as an average; where it sums, k grows with it');
  if (name !== 'groupSize') return '';
  return isSgd ? t('the mean path stays; jitter goes as 1/√G at best') : t('with Adam k goes as √G at best');
}
