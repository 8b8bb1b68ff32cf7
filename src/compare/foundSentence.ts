import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import type { Answer } from './answer';
import { pText } from './pText';
import { rangeText } from './rangeText';
import { ratioText } from './ratioText';

/**
 * A difference that was found, or a hint of one, in a sentence.
 *
 * @param name what differs
 * @param answer by how much and how sure that is
 * @param letters the runs' letters, first and second
 */
export function foundSentence(name: string, answer: Answer, letters: readonly [string, string]): string {
  const { verdict, kind, p, pHolm } = answer;
  const what =
    kind === 'ratio' ? ratioClause(name, answer, letters) : differenceClause(name, answer, letters);
  return verdict === 'differ'
    ? t('{0}: they differ, p {1} with all questions counted.', what, pText(pHolm))
    : t('{0}: a hint, no more; p {1} alone, {2} with all questions counted.', what, pText(p), pText(pHolm));
}

function ratioClause(name: string, answer: Answer, [a, b]: readonly [string, string]): string {
  const args = [b, name, ratioText(answer), a];
  return isOpen(answer)
    ? t("{0}'s {1} is {2} times {3}'s (95 %)", ...args)
    : t("{0}'s {1} is {2} times {3}'s (95 % {4})", ...args, rangeText(answer.interval));
}

function differenceClause(name: string, answer: Answer, [a, b]: readonly [string, string]): string {
  const args = [b, name, differenceText(answer), a];
  const range = rangeText(answer.interval);
  if (answer.value > 0)
    return isOpen(answer)
      ? t("{0}'s {1} is {2} above {3}'s (95 %)", ...args)
      : t("{0}'s {1} is {2} above {3}'s (95 % of the difference {4})", ...args, range);
  return isOpen(answer)
    ? t("{0}'s {1} is {2} below {3}'s (95 %)", ...args)
    : t("{0}'s {1} is {2} below {3}'s (95 % of the difference {4})", ...args, range);
}

function isOpen({ interval: [low, high] }: Answer): boolean {
  return low === null || high === null;
}

/** A difference's size; where its interval is open only the end that is known is a number. */
function differenceText({ value, interval: [low, high] }: Answer): string {
  const known = value > 0 ? low : high;
  const isOpen = (value > 0 ? high : low) === null;
  return isOpen && known !== null
    ? t('at least {0}', formatNumber(Math.abs(known)))
    : formatNumber(Math.abs(value));
}
