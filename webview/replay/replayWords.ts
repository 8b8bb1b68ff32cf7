import { formatCount, formatNumber, formatStep } from '../../src/report/formatNumber';
import { formatQuantity } from '../../src/report/formatQuantity';
import type { Replay, ReplayCheck } from '../../src/report/replayOf';

/** What the page tells of a replay: a headline in numbers, and the sentence of then. */
export interface ReplayWords {
  readonly headline: string;
  readonly sentence: string;
}

/** A replay in words. */
export function replayWords({ step, rows, sentence, isTooEarly, check, why }: Replay): ReplayWords {
  const at = `At step ${formatStep(step)} (${formatCount(rows)} rows)`;
  const early = isTooEarly ? ' it was too early to say where it goes' : '';
  if (check === null)
    return { headline: `${at}${early || ' nothing can be compared'}: ${why ?? ''}`, sentence };
  const said = `${early === '' ? '' : `${early};`} we would have said ${forecastText(check)}`;
  return { headline: `${at}${said}. ${cameOutText(check)}`, sentence };
}

function forecastText({ predicted, atStep }: ReplayCheck): string {
  return `${formatQuantity(predicted, { terse: true })} for a row at step ${formatStep(atStep)}`;
}

function cameOutText({ predicted, cameOut, error, rows, inside }: ReplayCheck): string {
  const [low, high] = predicted.interval ?? [null, null];
  const half = low === null || high === null ? Math.abs(predicted.value) : (high - low) / 2;
  const decimals = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(half || 1))));
  const size = Math.abs(error).toFixed(decimals);
  const way =
    Number(size) === 0
      ? `no error to ${formatNumber(10 ** -decimals, 1)}`
      : `${size} too ${error > 0 ? 'high' : 'low'}`;
  const share =
    predicted.interval === null
      ? ''
      : `; ${formatCount(inside)} of ${formatCount(rows)} rows since lay in the 95 % band`;
  return `It came out at ${cameOut.toFixed(decimals)}: ${way}${share}.`;
}
