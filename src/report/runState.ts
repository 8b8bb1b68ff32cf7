import type { Collapse } from '../dynamics/segments/collapse';
import { isHalfCosine, type PlateauClaim } from './plateauClaim';
import { levelText } from './levelText';
import { ENOUGH_STEPS, LEAST_LEAD, SURE, type Reading } from './reading';
import type { RunState } from './report';

/** From this share of the rise on, a run counts as having reached its plateau. */
export const REACHED = 0.95;

/** A curve that agrees on the plateau may put it a little later than the one that counts. */
const NEARLY = 0.85;

/** Curves that differ by more than this share of the rise do not agree on a plateau. */
const AGREEMENT = 0.25;

/** A plateau that may lie this share of the rise above the present level is not reached. */
const BEYOND = 0.1;

/**
 * The state in one word (panel.md). Nothing is "plateaued" unless every curve that fits as well says so and the end of
 * the run is level itself; nothing "rising" that a reader sees standing still; nothing "falling" that noise could do.
 */
export function runState(reading: Reading): RunState {
  const state = stateByCurves(reading);
  if (isEndedByRate(reading, state)) return 'plateaued-learning-rate';
  if (state === 'plateaued') return plateauState(reading);
  if (state === 'rising' && !isUp(reading)) return 'unclear';
  if (state === 'falling' && reading.collapse === null && !reading.fallIsSure) return 'unclear';
  return state;
}

/** A rise that stands still because its learning rate has gone: for sure, and not the news that something worse is. */
function isEndedByRate({ rateRanOut, tail, start, now }: Reading, state: RunState): boolean {
  if (rateRanOut?.isSure !== true || tail !== 0 || !(now > start && rateRanOut.plateau > now)) return false;
  return state === 'plateaued' || state === 'rising' || state === 'unclear' || state === 'too-early';
}

function plateauState(reading: Reading): RunState {
  const { tail, start, now } = reading;
  if (tail !== 0) return tail > 0 && isUp(reading) ? 'rising' : 'unclear';
  return highestPlateau(reading) - now > BEYOND * Math.abs(now - start) ? 'unclear' : 'plateaued';
}

/** Upper end of what is known of the plateau: the interval's, or the curves'. */
function highestPlateau(reading: Reading): number {
  const { assessment, claims, better } = reading;
  const interval =
    better === null ? (plateauIsKnown(reading) ? assessment.plateau?.interval : null) : better.interval;
  return Math.max(interval?.[1] ?? Number.NEGATIVE_INFINITY, ...claims.map(({ plateau }) => plateau));
}

/** Whether the present level is above the first as printed. */
function isUp(reading: Reading): boolean {
  const { start, now } = reading;
  return now > start && levelText(now, reading) !== levelText(start, reading);
}

function stateByCurves(reading: Reading): RunState {
  const { collapse, rings, fit, claims, slope, start, now } = reading;
  const { regime } = reading.assessment;
  if (collapse !== null) return fallState(collapse);
  if (reading.fits.n < ENOUGH_STEPS) return 'too-early';
  if (regime === 'no-trend' || reading.assessment.selected === null) return noTrendState(reading);
  if (reading.lead < LEAST_LEAD) return 'no-trend';
  if (regime === 'too-early') return earlyState(reading);
  if (rings) return 'ringing';
  if (claims.length === 0) return directionOf(fit === null ? slope : Math.sign(now - start));
  if (fit === null && claims.every(({ isOpen }) => isOpen)) return directionOf(slope);
  const falls = claims.filter(({ plateau }) => plateau < start).length;
  if (falls > 0) return falls === claims.length ? 'falling' : 'unclear';
  return settled(claims, start);
}

/** It may be too early for a plateau and yet plain which way the reward goes, or that it is level for now. */
function earlyState(reading: Reading): RunState {
  const way = wayOf(reading);
  if (way === 0) return 'too-early';
  return way > 0 && reading.levelRows !== null ? 'unclear' : directionOf(way);
}

/** Up or down where all curves that fit as well say so and one of them has bent, or a line bears them out. */
function wayOf({ claims, slope, start, lead }: Reading): number {
  // A curve on the edge of its search box says where the box ends, not where the reward goes.
  // Unless the change of level itself is beyond doubt: a sudden step has no rate that a box could hold.
  const voters = claims.filter(({ atBound, isOpen }) => !atBound || (lead >= SURE && !isOpen));
  const ways = new Set(voters.map(({ plateau }) => Math.sign(plateau - start)));
  if (ways.size !== 1) return 0;
  const [way] = ways;
  return way === slope || voters.some(({ isOpen }) => !isOpen) ? way : 0;
}

function fallState({ isSudden, stillFalling }: Collapse): RunState {
  if (!isSudden) return 'falling';
  return stillFalling ? 'collapsing' : 'collapsed';
}

/** Rising or plateaued, by the curve the constants come from; unclear where the others contradict it. */
function settled(claims: readonly PlateauClaim[], start: number): RunState {
  const least = Math.min(...claims.map(({ progress }) => progress));
  const most = Math.max(...claims.map(({ progress }) => progress));
  if (least >= REACHED) return 'plateaued';
  if (most < REACHED) return 'rising';
  if (least < NEARLY || !agree(claims, start)) return 'unclear';
  return claims[0].progress >= REACHED ? 'plateaued' : 'rising';
}

function directionOf(sign: number): RunState {
  if (sign === 0) return 'unclear';
  return sign > 0 ? 'rising' : 'falling';
}

/** A straight line that beats the constant is a trend in plain English, though no curve explains it. */
function noTrendState({ slope, levelRows, tail }: Reading): RunState {
  if (slope === 0) return 'no-trend';
  if (slope > 0 && levelRows !== null && tail === 0) return 'unclear';
  return slope > 0 ? 'rising' : 'falling';
}

/**
 * Whether the plateau of the trusted curve can be named. Where it has an interval (widened to what other curves say),
 * that says how well; without one, the curves that fit as well must have bent and agree. A half cosine must agree
 * with them in any case: what it says beyond the log is invented (theory.md §1).
 */
export function plateauIsKnown({ fit, claims, start, rings, assessment }: Reading): boolean {
  if (fit === null) return false;
  const { plateau } = fit.constants;
  const isAgreed =
    claims.length > 0 && claims.every(({ isOpen }) => !isOpen) && agree([...claims, { plateau }], start);
  if (isHalfCosine(fit) && !rings) return isAgreed;
  return isAgreed || (assessment.plateau !== null && assessment.plateau.interval !== null);
}

function agree(claims: readonly Pick<PlateauClaim, 'plateau'>[], start: number): boolean {
  const { low, high } = plateauRange(claims);
  const farthest = Math.max(...claims.map(({ plateau }) => Math.abs(plateau - start)));
  return high - low <= AGREEMENT * farthest;
}

/** The lowest and the highest plateau among the claims. */
export function plateauRange(claims: readonly Pick<PlateauClaim, 'plateau'>[]): {
  readonly low: number;
  readonly high: number;
} {
  const plateaus = claims.map(({ plateau }) => plateau);
  return { low: Math.min(...plateaus), high: Math.max(...plateaus) };
}
