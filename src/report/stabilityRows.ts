import { t } from '@vscode/l10n';
import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import { formatCount, formatNumber } from './formatNumber';
import { formatQuantity } from './formatQuantity';
import { andList } from '../run/listInWords';
import type { Report, ReportFit, Stability } from './report';

/** What a row is about, for whoever adds words of his own. */
export type StabilityKey = 'stability' | 'stiffness' | 'threshold' | 'onset' | 'margin' | 'refresh';

/** One line about stability, in words and units. */
export interface StabilityRow {
  readonly key: StabilityKey;
  readonly label: string;
  readonly value: string;
  /** False where the value says why there is none. */
  readonly known: boolean;
}

const UNIT = 'per optimizer step';
const FLAGS = { beta1: '--beta1', refreshInterval: '--refresh-interval' } as const;

/**
 * Where the run would ring and lose stability and how far it is from there (theory.md §3): the thresholds wherever
 * momentum and refresh interval are known, the rest where the stiffness may be claimed; else one row that says what to give.
 *
 * @param report the Report
 * @returns the rows, in the order a person asks for them
 */
export function stabilityRows({ stability, fits, config }: Report): StabilityRow[] {
  if (stability === null)
    return [{ key: 'stability', label: t('stability'), value: whyNoStability(config), known: false }];
  const sgd = isSgd(config);
  return [
    ...stiffnessRows(stability, fits.bound, sgd),
    row('threshold', t('unstable above'), limit(stability.threshold, sgd)),
    row('onset', t('rings above'), limit(stability.oscillationOnset, sgd)),
  ];
}

/** With Adam the same map holds for small changes only (theory.md §5b). */
function limit(stiffness: number | null, sgd: boolean): string {
  const k = formatNumber(stiffness, 3);
  return sgd ? t('k = {0} per optimizer step', k) : t('k = {0} per optimizer step (Adam: local)', k);
}

function row(key: StabilityKey, label: string, value: string): StabilityRow {
  return { key, label, value, known: true };
}

/** k and what follows from it, where it may be claimed. */
function stiffnessRows(
  { margin, marginInterval, largestSafeRefreshInterval: largest }: Stability,
  bound: ReportFit | null,
  sgd: boolean,
): StabilityRow[] {
  const label = sgd ? t('stiffness k') : t('effective k');
  if (margin === null || bound === null) {
    const value = bound === null ? t('not known') : t('not identifiable');
    return [{ key: 'stiffness', label, value, known: false }];
  }
  const k = {
    value: bound.constants['stiffness'],
    interval: bound.intervals['stiffness'] ?? null,
    unit: UNIT,
  };
  return [
    row('stiffness', label, formatQuantity(k, { terse: true })),
    row(
      'margin',
      t('margin'),
      t(
        '{0} times k',
        formatQuantity({ value: margin, interval: marginInterval, unit: '' }, { terse: true }),
      ),
    ),
    row('refresh', t('safe refresh'), largestInWords(largest)),
  ];
}

function largestInWords(largest: number | null): string {
  if (largest === null) return t('no interval is stable at this k');
  return largest >= LARGEST_SEARCHED
    ? t('≥ {0} optimizer steps', formatCount(largest))
    : t('up to every {0} optimizer steps', formatCount(largest));
}

/**
 * Why there are no thresholds, with the flags that give what is missing.
 *
 * @param config what is known of the run
 * @returns a clause
 */
export function whyNoStability(config: Report['config']): string {
  const flags = Object.entries(FLAGS).flatMap(([name, flag]) => (name in config ? [] : [flag]));
  return flags.length === 0
    ? t('not known: momentum or refresh interval is outside its range')
    : t('not known: give {0}', andList(flags));
}

function isSgd(config: Report['config']): boolean {
  return 'optimizer' in config && /sgd/i.test(String(config['optimizer'].value));
}
