import { t } from '@vscode/l10n';
import { formatCount, formatNumber, formatStep } from '../../src/report/formatNumber';
import { formatQuantity } from '../../src/report/formatQuantity';
import { inARow } from '../../src/run/listInWords';
import type { Replay, ReplayCheck } from '../../src/report/replayOf';

/** What the page tells of a replay: a headline in numbers, and the sentence of then. */
export interface ReplayWords {
  readonly headline: string;
  readonly sentence: string;
}

/** A replay in words. */
export function replayWords(replay: Replay): ReplayWords {
  const { check, sentence } = replay;
  return { headline: check === null ? nothingToCompare(replay) : compared(replay, check), sentence };
}

function nothingToCompare({ step, rows, isTooEarly, why }: Replay): string {
  const [at, count, reason] = [formatStep(step), formatCount(rows), why ?? ''];
  return isTooEarly
    ? t('At step {0} ({1} rows) it was too early to say where it goes: {2}', at, count, reason)
    : t('At step {0} ({1} rows) nothing can be compared: {2}', at, count, reason);
}

function compared({ step, rows, isTooEarly }: Replay, check: ReplayCheck): string {
  const values = [
    formatStep(step),
    formatCount(rows),
    formatQuantity(check.predicted, { terse: true }),
    formatStep(check.atStep),
  ];
  const said = isTooEarly
    ? t(
        'At step {0} ({1} rows) it was too early to say where it goes; we would have said {2} for a row at step {3}.',
        ...values,
      )
    : t('At step {0} ({1} rows) we would have said {2} for a row at step {3}.', ...values);
  return inARow(said, cameOutText(check));
}

function cameOutText({ predicted, cameOut, error, rows, inside }: ReplayCheck): string {
  const [low, high] = predicted.interval ?? [null, null];
  const half = low === null || high === null ? Math.abs(predicted.value) : (high - low) / 2;
  const decimals = Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(half || 1))));
  const level = cameOut.toFixed(decimals);
  const off = errorText(error, decimals);
  return predicted.interval === null
    ? t('It came out at {0}: {1}.', level, off)
    : t(
        'It came out at {0}: {1}; {2} of {3} rows since lay in the 95 % band.',
        level,
        off,
        formatCount(inside),
        formatCount(rows),
      );
}

function errorText(error: number, decimals: number): string {
  const size = Math.abs(error).toFixed(decimals);
  if (Number(size) === 0) return t('no error to {0}', formatNumber(10 ** -decimals, 1));
  return error > 0 ? t('{0} too high', size) : t('{0} too low', size);
}
