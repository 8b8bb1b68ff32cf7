import { t } from '@vscode/l10n';
import { formatNumber, formatStep } from '../report/formatNumber';
import type { Answer, Answered } from './answer';
import type { PairComparison } from './comparison';
import { copyReason } from './comparePair';
import { CONSTANTS } from './constants';
import { constantText } from './constantText';
import type { EndLevel } from './endLevel';
import { foundSentence } from './foundSentence';

/**
 * What a pair's answers mean, in plain sentences, the surest first. Runs are called by their letters.
 *
 * @param answers the answers
 * @param letters the runs' letters, first and second
 * @param ends the levels of both runs at their end
 * @returns at least one sentence
 */
export function pairSentences(
  { constants, end, evaluations }: Pick<PairComparison, 'constants' | 'end' | 'evaluations'>,
  letters: readonly [string, string],
  ends: readonly (EndLevel | null)[],
): string[] {
  const named = [
    ...CONSTANTS.map((name) => [constantText(name), constants[name]] as const),
    [constantText('end'), end] as const,
  ];
  if (named.every(([, answer]) => 'because' in answer && answer.because === copyReason()))
    return [t('{1} is the same log as {0}: there is nothing to compare.', ...letters)];
  const sentences = named.flatMap(([name, answer]) =>
    isFound(answer) ? [foundSentence(name, answer, letters)] : [],
  );
  const heldOut = heldOutSentences(evaluations, letters);
  // A score that differs is the answer where nothing else does.
  if (sentences.length === 0) sentences.push(...heldOut.found, nothingFound(constants.plateau, end));
  else sentences.push(...heldOut.found);
  for (const [name, answer] of named)
    if (answer.verdict === 'not-assessable')
      sentences.push(t('The {0} is not assessable: {1}.', name, answer.because));
  sentences.push(...heldOut.others);
  const [first, last] = ends.map((level) => level?.steps[1] ?? null);
  if (first !== null && last !== null && first !== last)
    sentences.push(
      t('The last tenths end at different steps, {0} and {1}.', formatStep(first), formatStep(last)),
    );
  return sentences;
}

function heldOutSentences(
  evaluations: PairComparison['evaluations'],
  letters: readonly [string, string],
): { readonly found: string[]; readonly others: string[] } {
  const all = Object.entries(evaluations);
  return {
    found: all.flatMap(([key, answer]) =>
      isFound(answer)
        ? [t('Held out, {0}: {1}', key, foundSentence(constantText('end'), answer, letters))]
        : [],
    ),
    others: all.flatMap(([key, answer]) => (isFound(answer) ? [] : [nothingHeldOut(key, answer)])),
  };
}

function nothingHeldOut(key: string, answer: Answered): string {
  if ('because' in answer) return t('Held out, {0}: not assessable, {1}.', key, answer.because);
  return answer.detectable === null
    ? t('Held out, {0}: no detectable difference of the last tenth.', key)
    : t(
        'Held out, {0}: no detectable difference of the last tenth, it could only have shown one of {1} or more.',
        ...[key, formatNumber(answer.detectable)],
      );
}

function isFound(answer: Answered): answer is Answer & { readonly verdict: 'differ' | 'hint' } {
  return answer.verdict === 'differ' || answer.verdict === 'hint';
}

/** The most telling number for power: the plateau, or else the last tenths. */
function nothingFound(plateau: Answered, end: Answered): string {
  const answer = plateau.verdict === 'not-assessable' ? end : plateau;
  if (answer.verdict === 'not-assessable') return t('Nothing can be said of this pair.');
  if (answer.detectable === null) return t('No detectable difference.');
  return t(
    'No detectable difference; this pair could only have shown a change of the {0} of {1} or more (four times in five).',
    ...[constantText(answer === plateau ? 'plateau' : 'end'), formatNumber(answer.detectable)],
  );
}
