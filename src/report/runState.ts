import type { PlateauClaim, Reading } from './reading';
import type { RunState } from './report';

/** From this share of the rise on, a run counts as having reached its plateau. */
export const REACHED = 0.95;

/** Curves that differ by more than this share of the rise do not agree on a plateau. */
const AGREEMENT = 0.25;

/** The farthest plateau a curve is believed on, in units of the rise so far. */
const FARTHEST = 3;

/** The state in one word (panel.md). Nothing is "plateaued" unless every curve that fits as well says so. */
export function runState(reading: Reading): RunState {
  const { collapse, rings, fit, claims } = reading;
  const { regime } = reading.assessment;
  if (regime === 'too-early' && collapse === null) return 'too-early';
  if (collapse !== null) return collapse.stillFalling ? 'collapsing' : 'collapsed';
  if (regime === 'no-trend') return noTrendState(reading);
  if (rings) return 'ringing';
  if (fit === null) return 'unclear';
  const falls = claims.map(({ plateau }) => plateau < reading.start);
  if (falls.every((down) => down)) return 'falling';
  if (falls.some((down) => down)) return 'unclear';
  const reached = claims.filter(({ progress, atBound }) => progress >= REACHED && !atBound);
  if (reached.length === claims.length) return 'plateaued';
  return reached.length === 0 ? 'rising' : 'unclear';
}

/** A straight line that beats the constant is a trend in plain English, though no curve explains it. */
function noTrendState({ slope }: Reading): RunState {
  if (slope === 0) return 'no-trend';
  return slope > 0 ? 'rising' : 'falling';
}

/**
 * Whether the plateau can be named: the curves that fit as well agree on it, and what is left of the way is no more
 * than twice what was seen. An interval, where there is one, says it better than this rule and replaces it.
 */
export function plateauIsKnown({ claims, start, now, assessment }: Reading): boolean {
  if (claims.length === 0) return false;
  if (assessment.plateau !== null && assessment.plateau.interval !== null) return true;
  if (claims.some(({ atBound }) => atBound)) return false;
  const { low, high } = plateauRange(claims);
  const farthest = Math.max(...claims.map(({ plateau }) => Math.abs(plateau - start)));
  return high - low <= AGREEMENT * farthest && farthest <= FARTHEST * Math.abs(now - start);
}

/** The lowest and the highest plateau among the claims. */
export function plateauRange(claims: readonly PlateauClaim[]): {
  readonly low: number;
  readonly high: number;
} {
  const plateaus = claims.map(({ plateau }) => plateau);
  return { low: Math.min(...plateaus), high: Math.max(...plateaus) };
}
