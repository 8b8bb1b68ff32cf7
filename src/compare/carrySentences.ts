import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import { byReason } from './byReason';
import type { CarryOver, NoCarryOver } from './carryOver';
import { letterOf } from './letterOf';
import { pairsInWords } from './pairsInWords';
import { pText } from './pText';
import { rangeText } from './rangeText';
import { ratioText } from './ratioText';

/**
 * Whether κ of one run predicts the stiffness of another, in plain sentences.
 *
 * @param carried the answers, one a pair
 * @returns one sentence an answer, and one a reason why there is none
 */
export function carrySentences(carried: readonly (CarryOver | NoCarryOver)[]): string[] {
  const groups = byReason(carried, (pair) => ('because' in pair ? pair.because : null));
  return groups.flatMap(({ because, items }) => {
    if (because === null) return items.flatMap((pair) => ('because' in pair ? [] : [carrySentence(pair)]));
    const [{ first, second }] = items;
    return [
      items.length === 1
        ? t(
            'Stiffness carried over from {0} to {1}: not assessable, {2}.',
            ...[letterOf(first), letterOf(second)],
            because,
          )
        : t('Stiffness carried over ({0}): not assessable, {1}.', pairsInWords(items), because),
    ];
  });
}

function carrySentence({
  first,
  second,
  predicted,
  measured,
  ratio,
  interval,
  p,
  verdict,
}: CarryOver): string {
  const numbers = [letterOf(first), letterOf(second), formatNumber(predicted), formatNumber(measured)];
  const found = ratioText({ value: ratio, interval });
  const says = verdict === 'differ' ? t('predicted and measured disagree') : t('no detectable difference');
  return interval.includes(null)
    ? t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 %), p {5}: {6}.',
        ...[...numbers, found, pText(p), says],
      )
    : t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 % {5}), p {6}: {7}.',
        ...[...numbers, found, rangeText(interval), pText(p), says],
      );
}
