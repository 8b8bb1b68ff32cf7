import { t } from '@vscode/l10n';

/** How a line is smoothed for the eye; the fit never sees it. */
export interface Smoothing {
  readonly kind: 'none' | 'ema' | 'window';
  /** 0 … 1: the weight of the past for `ema`; for `window` its square is the width as a share of all rows. */
  readonly strength: number;
}

/** What strength a window's slider position means, rows; odd, at least 3. */
export function windowWidth(strength: number, rows: number): number {
  return 2 * Math.max(1, Math.round((strength ** 2 * rows) / 4)) + 1;
}

/** The last smoothing of each line: moving through a long log draws the same one again and again. */
const kept = new WeakMap<readonly number[], Smoothing & { readonly result: readonly number[] }>();

/** Values smoothed for display; `none` gives null. Not finite values are stepped over. */
export function smoothed(values: readonly number[], { kind, strength }: Smoothing): readonly number[] | null {
  if (kind === 'none' || values.length === 0) return null;
  const last = kept.get(values);
  if (last?.kind === kind && last.strength === strength) return last.result;
  const result =
    kind === 'ema' ? ema(values, strength) : movingMean(values, windowWidth(strength, values.length));
  kept.set(values, { kind, strength, result });
  return result;
}

/** Divided by the weights so far, so that the start is not drawn towards 0. */
function ema(values: readonly number[], past: number): number[] {
  let sum = 0;
  let weight = 0;
  return values.map((value) => {
    if (Number.isFinite(value)) {
      sum = past * sum + (1 - past) * value;
      weight = past * weight + (1 - past);
    }
    return weight > 0 ? sum / weight : NaN;
  });
}

/** Centred, narrower at both ends. */
function movingMean(values: readonly number[], width: number): number[] {
  const sums = [0];
  const counts = [0];
  values.forEach((value, i) => {
    sums.push(sums[i] + (Number.isFinite(value) ? value : 0));
    counts.push(counts[i] + (Number.isFinite(value) ? 1 : 0));
  });
  const half = (width - 1) / 2;
  return values.map((_, i) => {
    const reach = Math.min(half, i, values.length - 1 - i);
    const [from, to] = [i - reach, i + reach + 1];
    return (sums[to] - sums[from]) / (counts[to] - counts[from]);
  });
}

/** The smoothing in a word for the legend. */
export function smoothingText({ kind, strength }: Smoothing, rows: number): string {
  return kind === 'ema' ? `EMA ${strength.toFixed(2)}` : t('mean of {0} rows', windowWidth(strength, rows));
}
