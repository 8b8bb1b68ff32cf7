import { curveInWords } from './curveInWords';
import { formatQuantity } from './formatQuantity';
import type { Numbers } from './interpret';
import { levelText as level } from './levelText';
import type { PlateauClaim } from './plateauClaim';
import type { Reading } from './reading';
import type { Quantity } from './report';
import { plateauRange } from './runState';

/** A fitted reward level with its uncertainty, digits as in `level`. */
export function fittedLevel(quantity: Quantity | null, { start, now, scatter }: Reading): string {
  return formatQuantity(quantity, { resolution: Math.max(Math.abs(now - start), scatter) });
}

/** What the curve that fits decisively better says, and the mechanism beside it. */
export function byBetter(reading: Reading, { plateau }: Numbers, better: PlateauClaim): string {
  const who = `${curveInWords(better.curve)}, which fits best,`;
  const where = better.isOpen ? 'sees no end yet' : `levels off ${claimedLevel(better, reading)}`;
  const own = plateau === null ? null : { ...plateau, interval: reading.fit?.intervals['plateau'] ?? null };
  const isUnbounded = own?.interval?.every((end) => end === null) === true;
  const says = isUnbounded ? 'does not bound it' : `says ${fittedLevel(own, reading)}`;
  const other = own === null ? '' : `; the mechanism, which fits worse, ${says}`;
  return `${who} ${where}${other}`;
}

/** "at 0.92 [0.90, 0.95]"; "near 0.92" where the curve has no closed interval. */
export function claimedLevel({ plateau, interval }: PlateauClaim, reading: Reading): string {
  if (interval === null || interval.includes(null)) return `near ${level(plateau, reading)}`;
  return `at ${fittedLevel({ value: plateau, interval, unit: 'reward' }, reading)}`;
}

/** What little an interval says of the plateau. */
export function bounds(reading: Reading, { plateau }: Numbers): string {
  if (plateau === null || plateau.interval === null) return '';
  const [low, high] = plateau.interval;
  if (low !== null && high !== null)
    return ` (95 % interval ${level(low, reading)} to ${level(high, reading)})`;
  return low !== null && low > reading.now ? ` (at least ${level(low, reading)})` : '';
}

/** Why the plateau cannot be named, with what the curves say. */
export function openPlateau(reading: Reading): string {
  const bent = reading.claims.filter(({ isOpen }) => !isOpen);
  const unbent = 'it has not bent enough to tell where it levels off';
  if (bent.length === 0) return unbent;
  const some = bent.length < reading.claims.length ? ', others see no end yet' : '';
  const who =
    reading.claims.length === 1 ? 'the curve that fits best says' : 'curves that fit equally well say';
  return `${unbent} (${who} ${rangeOf(bent, reading)}${some})`;
}

/** What the curves say where the trusted one cannot be believed. */
export function nearOrBetween(claims: readonly PlateauClaim[], reading: Reading): string {
  const [claim, ...others] = claims;
  if (others.length > 0) return `near ${rangeOf(claims, reading)}`.replace('near between', 'between');
  return claimedLevel(claim, reading);
}

/** "0.71", or "between 0.71 and 0.93" where the claims differ to a reader's eye. */
export function rangeOf(claims: readonly PlateauClaim[], reading: Reading): string {
  const { low, high } = plateauRange(claims);
  const [from, to] = [level(low, reading), level(high, reading)];
  return from === to ? from : `between ${from} and ${to}`;
}
