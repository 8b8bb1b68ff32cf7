import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import { byReason } from './byReason';
import type { Verdict } from './answer';
import type { CarryOver, NoCarryOver } from './carryOver';
import { letterOf } from './letterOf';
import { pairsInWords } from './pairsInWords';
import { pText } from './pText';
import { rangeText } from './rangeText';
import { ratioText } from './ratioText';
import { unknownInWords } from './unknownStiffness';

/**
 * Whether κ of one run predicts the stiffness of another, in plain sentences.
 *
 * @param carried the answers, one a pair
 * @returns one sentence an answer, and one a reason why there is none, with the runs it is about
 */
export function carrySentences(carried: readonly (CarryOver | NoCarryOver)[]): string[] {
  const told = carried.filter((pair) => !('unknown' in pair));
  const groups = byReason(told, (pair) => ('because' in pair ? pair.because : null));
  const own = groups.flatMap(({ because, items }) =>
    because === null
      ? items.flatMap((pair) => ('because' in pair ? [] : [carrySentence(pair)]))
      : [refusal(items, because)],
  );
  return [...own, ...unknownSentences(carried)];
}

/** By run, not by pair: what is not known of one run leaves all its pairs open. */
function unknownSentences(carried: readonly (CarryOver | NoCarryOver)[]): string[] {
  const unknown = carried.flatMap((pair) =>
    'because' in pair ? (pair.unknown ?? []).map((one) => ({ ...one, pair })) : [],
  );
  return byReason(unknown, ({ because }) => because).map(({ items }) =>
    refusal([...new Set(items.map(({ pair }) => pair))], unknownInWords(items)),
  );
}

function refusal(pairs: readonly Pick<CarryOver, 'first' | 'second'>[], because: string): string {
  const [{ first, second }] = pairs;
  return pairs.length === 1
    ? t(
        'Stiffness carried over from {0} to {1}: not assessable, {2}.',
        ...[letterOf(first), letterOf(second)],
        because,
      )
    : t('Stiffness carried over ({0}): not assessable, {1}.', pairsInWords(pairs), because);
}

function carrySentence(carried: CarryOver): string {
  const { first, second, predicted, measured, ratio, interval, p, pHolm, verdict } = carried;
  const numbers = [letterOf(first), letterOf(second), formatNumber(predicted), formatNumber(measured)];
  const found = ratioText({ value: ratio, interval });
  const sure = [pText(p), pText(pHolm), verdictText(verdict)];
  return interval.includes(null)
    ? t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 %), p {5}, {6} with all pairs counted: {7}.',
        ...[...numbers, found, ...sure],
      )
    : t(
        'Stiffness carried over from {0} to {1}: predicted {2}, measured {3} per optimizer step, ratio {4} (95 % {5}), p {6}, {7} with all pairs counted: {8}.',
        ...[...numbers, found, rangeText(interval), ...sure],
      );
}

function verdictText(verdict: Verdict): string {
  switch (verdict) {
    case 'differ':
      return t('predicted and measured disagree');
    case 'hint':
      return t('a hint that they disagree, no more');
    case 'no-detectable-difference':
      return t('no detectable difference');
  }
}
