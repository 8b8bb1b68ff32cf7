import { t } from '@vscode/l10n';
import { curveInWords } from './curveInWords';
import { formatQuantity, type QuantityStyle } from './formatQuantity';
import type { Numbers } from './interpret';
import { levelText as level } from './levelText';
import type { PlateauClaim } from './plateauClaim';
import type { Reading } from './reading';
import type { Quantity } from './report';
import { plateauRange } from './runState';

/** A fitted reward level with its uncertainty, digits as in `level`. */
export function fittedLevel(
  quantity: Quantity | null,
  { start, now, scatter }: Reading,
  style: Pick<QuantityStyle, 'bare'> = {},
): string {
  return formatQuantity(quantity, { ...style, resolution: Math.max(Math.abs(now - start), scatter) });
}

/** What the curve that fits decisively better says, and the mechanism beside it. */
export function byBetter(reading: Reading, { plateau }: Numbers, better: PlateauClaim): string {
  const who = curveInWords(better.curve);
  const said = better.isOpen
    ? t('{0}, which fits best, sees no end yet', who)
    : t('{0}, which fits best, levels off {1}', who, claimedLevel(better, reading));
  if (plateau === null) return said;
  const own = { ...plateau, interval: reading.fit?.intervals['plateau'] ?? null };
  const isUnbounded = own.interval?.every((end) => end === null) === true;
  return isUnbounded
    ? t('{0}; the mechanism, which fits worse, does not bound it', said)
    : t('{0}; the mechanism, which fits worse, says {1}', said, fittedLevel(own, reading));
}

/** "at 0.92 [0.90, 0.95]"; "near 0.92" where the curve has no closed interval. */
export function claimedLevel({ plateau, interval }: PlateauClaim, reading: Reading): string {
  if (interval === null || interval.includes(null)) return t('near {0}', level(plateau, reading));
  return t('at {0}', fittedLevel({ value: plateau, interval, unit: 'reward' }, reading));
}

/** What little an interval says of the plateau. */
export function bounds(reading: Reading, { plateau }: Numbers): string {
  if (plateau === null || plateau.interval === null) return '';
  const [low, high] = plateau.interval;
  if (low !== null && high !== null)
    return t(' (95 % interval {0} to {1})', level(low, reading), level(high, reading));
  return low !== null && low > reading.now ? t(' (at least {0})', level(low, reading)) : '';
}

/** Why the plateau cannot be named, with what the curves say. */
export function openPlateau(reading: Reading): string {
  const bent = reading.claims.filter(({ isOpen }) => !isOpen);
  if (bent.length === 0) return t('it has not bent enough to tell where it levels off');
  const range = rangeOf(bent, reading);
  if (reading.claims.length === 1)
    return t('it has not bent enough to tell where it levels off (the curve that fits best says {0})', range);
  return bent.length < reading.claims.length
    ? t(
        'it has not bent enough to tell where it levels off (curves that fit equally well say {0}, others see no end yet)',
        range,
      )
    : t('it has not bent enough to tell where it levels off (curves that fit equally well say {0})', range);
}

/** What the curves say where the trusted one cannot be believed. */
export function nearOrBetween(claims: readonly PlateauClaim[], reading: Reading): string {
  const [claim, ...others] = claims;
  if (others.length > 0) return near(claims, reading);
  return claimedLevel(claim, reading);
}

/** "0.71", or "between 0.71 and 0.93" where the claims differ to a reader's eye. */
function rangeOf(claims: readonly PlateauClaim[], reading: Reading): string {
  const [from, to] = ends(claims, reading);
  return from === to ? from : t('between {0} and {1}', from, to);
}

/** "near 0.71", or "between 0.71 and 0.93" where the claims differ to a reader's eye. */
export function near(claims: readonly PlateauClaim[], reading: Reading): string {
  const [from, to] = ends(claims, reading);
  return from === to ? t('near {0}', from) : t('between {0} and {1}', from, to);
}

/** The lowest and the highest plateau, as written. */
function ends(claims: readonly PlateauClaim[], reading: Reading): readonly [string, string] {
  const { low, high } = plateauRange(claims);
  return [level(low, reading), level(high, reading)];
}
