import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import { clauseList, inARow } from '../run/listInWords';
import type { Answer } from './answer';
import type { Comparison, PairComparison } from './comparison';

/**
 * The answer of a whole comparison in one sentence: of a pair its first sentence, of more runs how many pairs differ
 * and the surest of them, or how little they could have shown.
 *
 * @param comparison the comparison
 * @returns one sentence, or two; runs are called by their letters
 */
export function answerSentence(comparison: Comparison): string {
  const { pairs, runs } = comparison;
  if (pairs.length === 1) return pairs[0].sentences[0];
  // Copies of a log repeat the pairs of the first.
  const isCopy = (place: number): boolean => runs[place].copyOf !== null;
  const distinct = pairs.filter(({ first, second }) => !isCopy(first) && !isCopy(second));
  const assessed = distinct.filter((pair) => givenAnswers(pair).length > 0);
  if (assessed.length === 0) return t('Nothing can be said of these runs: {0}.', whyNothing(distinct));
  const left = distinct.length - assessed.length;
  return inARow(
    foundIn(assessed),
    left > 0 ? t('{0} of {1} pairs could not be assessed.', left, distinct.length) : '',
  );
}

function foundIn(pairs: readonly PairComparison[]): string {
  if (pairs.length === 1) return pairs[0].sentences[0];
  const differing = pairs.filter((pair) => holds(pair, 'differ'));
  if (differing.length > 0) {
    const surest = differing.reduce((best, pair) => (isSurer(pair, best) ? pair : best));
    return t('{0} of {1} pairs differ. The surest: {2}', differing.length, pairs.length, surest.sentences[0]);
  }
  const hints = pairs.filter((pair) => holds(pair, 'hint')).length;
  if (hints > 0)
    return t(
      'No difference holds once all questions are counted; {0} of {1} pairs show a hint.',
      hints,
      pairs.length,
    );
  const least = smallestDetectable(pairs);
  return least === null
    ? t('No detectable difference in any of {0} pairs.', pairs.length)
    : t(
        'No detectable difference in any of {0} pairs; the sharpest of them could only have shown a change of the plateau of {1} or more (four times in five).',
        pairs.length,
        formatNumber(least),
      );
}

/** The reason of the question that asks least; of copies there is only one run. */
function whyNothing(distinct: readonly PairComparison[]): string {
  const reasons = distinct.flatMap(({ end }) => ('because' in end ? [end.because] : []));
  return distinct.length === 0 ? t('all are one log') : clauseList([...new Set(reasons)]);
}

/**
 * The answers of a pair that were given, held-out scores included.
 *
 * @param pair one pair
 * @returns those that are assessable
 */
export function givenAnswers({ constants, end, evaluations }: PairComparison): Answer[] {
  return [...Object.values(constants), end, ...Object.values(evaluations)].filter(
    (answer) => answer.verdict !== 'not-assessable',
  );
}

function holds(pair: PairComparison, verdict: Answer['verdict']): boolean {
  return givenAnswers(pair).some((answer) => answer.verdict === verdict);
}

/** By the smallest p over all questions, held-out scores included; alone where that is the same. */
function isSurer(pair: PairComparison, than: PairComparison): boolean {
  const [a, b] = [pair, than].map((one) => givenAnswers(one));
  const least = (answers: readonly Answer[], name: 'p' | 'pHolm'): number =>
    Math.min(...answers.map((answer) => answer[name]));
  return (least(a, 'pHolm') - least(b, 'pHolm') || least(a, 'p') - least(b, 'p')) < 0;
}

function smallestDetectable(pairs: readonly PairComparison[]): number | null {
  const all = pairs.flatMap(({ constants: { plateau } }) =>
    plateau.verdict === 'not-assessable' || plateau.detectable === null ? [] : [plateau.detectable],
  );
  return all.length === 0 ? null : Math.min(...all);
}
