import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import type { Answer } from './answer';
import type { Comparison, PairComparison } from './comparison';

/**
 * The answer of a whole comparison in one sentence: of a pair its first sentence, of more runs how many pairs differ
 * and the surest of them, or how little they could have shown.
 *
 * @param comparison the comparison
 * @returns one sentence, or two; runs are called by their letters
 */
export function answerSentence({ pairs }: Comparison): string {
  if (pairs.length === 1) return pairs[0].sentences[0];
  const differing = pairs.filter((pair) => holds(pair, 'differ'));
  if (differing.length > 0) {
    const surest = differing.reduce((best, pair) => (smallestP(pair) < smallestP(best) ? pair : best));
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

/**
 * The answers of a pair that were given, by what they speak of.
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

function smallestP(pair: PairComparison): number {
  return Math.min(...givenAnswers(pair).map(({ pHolm }) => pHolm));
}

function smallestDetectable(pairs: readonly PairComparison[]): number | null {
  const all = pairs.flatMap(({ constants: { plateau } }) =>
    plateau.verdict === 'not-assessable' || plateau.detectable === null ? [] : [plateau.detectable],
  );
  return all.length === 0 ? null : Math.min(...all);
}
