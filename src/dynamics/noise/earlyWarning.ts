import { LAGS_A_PASS, lagProducts } from './lagProducts';
import { fitSieve } from './sieve';
import { Surrogates } from './surrogates';

/** A number of the noise early and late in the run, and how often chance alone makes it grow as much. */
export interface NoiseTrend {
  readonly early: number;
  readonly late: number;
  /** Share of stationary surrogates in which it grows at least as much; one-sided, at least 1/(surrogates + 1). */
  readonly pValue: number;
}

/** Signs that the run nears a threshold of stability (theory.md §4). */
export interface EarlyWarning {
  /** Standard deviation in the first and the last third, reward units: it diverges near the threshold. */
  readonly spread: NoiseTrend;
  /** Root mean square of the autocorrelation at lags 5 … 20 in each half, 0 … 1: its envelope stops decaying there. */
  readonly envelope: NoiseTrend;
  /** Rows that were judged: the last ones, at most 2,000. */
  readonly rows: number;
  readonly surrogates: number;
}

/** Fewer rows have no thirds worth comparing; of more, the last ones say what happens now. */
const FEWEST_ROWS = 80;
const MOST_ROWS = 2000;
const SURROGATES = 399;
/** Lags, in rows: beyond the memory of ordinary sampling, within that of a run that rings on. */
const LAGS: readonly [number, number] = [5, 20];
const PRODUCTS = new Float64Array(LAGS_A_PASS);
/** Holds one half or third at a time. */
const BUFFER = new Float64Array(MOST_ROWS);

/**
 * Whether the noise around the curve grows or rings on ever longer: near the refresh threshold the variance of the reward
 * diverges and the envelope of its autocorrelation stops decaying (theory.md §4; lag-1 autocorrelation says nothing there).
 * Each is compared with stationary surrogates that have the correlation of the whole run (`surrogates.ts`), so persistent
 * noise is no alarm by itself. A 0/1 reward's own spread moves with its level, √(p(1−p)): where `level` is given and lies
 * between 0 and 1, growth must also stand out after that is divided out. Rows count as evenly spaced.
 *
 * @param residuals reward less curve, one per row, reward units
 * @param level the curve at those rows; null where the reward is no share of successes
 * @returns both trends; null below 80 rows or without any noise
 */
export function earlyWarning(residuals: Float64Array, level: Float64Array | null): EarlyWarning | null {
  const r = residuals.subarray(Math.max(0, residuals.length - MOST_ROWS));
  if (r.length < FEWEST_ROWS || !(squares(r) > 0)) return null;
  const isShare = level !== null && level.every((p) => p > 0 && p < 1);
  const scaled = isShare
    ? r.map((value, i) => value / shareSpread(level, i + level.length - r.length))
    : null;
  const views = scaled === null ? [r] : [r, scaled];
  const trends = views.map((values) => trendsOf(values));
  return {
    spread: mostDoubtful(trends.map(({ spread }) => spread)),
    envelope: mostDoubtful(trends.map(({ envelope }) => envelope)),
    rows: r.length,
    surrogates: SURROGATES,
  };
}

function shareSpread(level: Float64Array, i: number): number {
  return Math.sqrt(level[i] * (1 - level[i]));
}

type Trends = Pick<EarlyWarning, 'spread' | 'envelope'>;

/** Values as first seen, with the largest p. */
function mostDoubtful(trends: readonly NoiseTrend[]): NoiseTrend {
  return { ...trends[0], pValue: Math.max(...trends.map(({ pValue }) => pValue)) };
}

function trendsOf(values: Float64Array): Trends {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const surrogates = new Surrogates(fitSieve(values.map((value) => value - mean)));
  const spread = spreads(values);
  const envelope = envelopes(values);
  let wider = 1;
  let longer = 1;
  for (let seed = 0; seed < SURROGATES; seed++) {
    const other = surrogates.draw(seed);
    if (growth(spreads(other)) >= growth(spread)) wider++;
    if (growth(envelopes(other)) >= growth(envelope)) longer++;
  }
  const trend = ([early, late]: Ends, count: number): NoiseTrend => ({
    early,
    late,
    pValue: count / (SURROGATES + 1),
  });
  return { spread: trend(spread, wider), envelope: trend(envelope, longer) };
}

type Ends = readonly [early: number, late: number];

function growth([early, late]: Ends): number {
  return early > 0 ? late / early : Infinity;
}

/** Standard deviations about a straight line, first and last third. */
function spreads(values: Float64Array): Ends {
  const third = Math.floor(values.length / 3);
  const spread = (part: Float64Array): number => Math.sqrt(squares(withoutLine(part)) / (part.length - 2));
  return [spread(values.subarray(0, third)), spread(values.subarray(values.length - third))];
}

/** Envelopes of the autocorrelation, first and last half. */
function envelopes(values: Float64Array): Ends {
  const half = Math.floor(values.length / 2);
  return [envelopeOf(values.subarray(0, half)), envelopeOf(values.subarray(values.length - half))];
}

function envelopeOf(part: Float64Array): number {
  const x = withoutLine(part);
  const all = squares(x);
  if (!(all > 0)) return 0;
  const [from, to] = LAGS;
  let sum = 0;
  for (let lag = from; lag <= to; lag += LAGS_A_PASS) {
    lagProducts(x, lag, PRODUCTS);
    for (let k = 0; k < LAGS_A_PASS && lag + k <= to; k++) sum += (PRODUCTS[k] / all) ** 2;
  }
  return Math.sqrt(sum / (to - from + 1));
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}

/** Less its straight line, in the shared buffer: hundreds of surrogates pass through here, one at a time. */
function withoutLine(values: Float64Array): Float64Array {
  const n = values.length;
  const middle = (n - 1) / 2;
  let mean = 0;
  let slope = 0;
  for (let i = 0; i < n; i++) {
    mean += values[i] / n;
    slope += values[i] * (i - middle);
  }
  slope /= (n * (n * n - 1)) / 12;
  const out = BUFFER.subarray(0, n);
  for (let i = 0; i < n; i++) out[i] = values[i] - mean - slope * (i - middle);
  return out;
}
