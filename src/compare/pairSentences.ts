import { t } from '@vscode/l10n';
import { formatNumber, formatStep } from '../report/formatNumber';
import type { Answer, Answered } from './answer';
import type { PairComparison } from './comparison';
import { CONSTANTS, type ConstantName } from './constants';
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
  if (end.verdict === 'not-assessable' && end.isCopy === true)
    return [t('{1} is the same log as {0}: there is nothing to compare.', ...letters)];
  const questions = [
    ...CONSTANTS.map((name) => ownQuestion(name, constants[name], letters)),
    ownQuestion('end', end, letters),
    ...Object.entries(evaluations).map(([key, answer]) => heldOutQuestion(key, answer, letters)),
  ];
  const found = questions.filter(({ answer }) => isFound(answer)).sort(bySurety);
  const others = questions.filter(({ answer }) => !isFound(answer));
  const sentences = (found.length === 0 ? [nothingFound(questions)] : []).concat(
    [...found, ...others].flatMap(({ says }) => says),
  );
  const [first, last] = ends.map((level) => level?.steps[1] ?? null);
  if (first !== null && last !== null && first !== last)
    sentences.push(
      t('The last tenths end at different steps, {0} and {1}.', formatStep(first), formatStep(last)),
    );
  return sentences;
}

/** What is said of one question. */
interface Question {
  /** What it is about. */
  readonly about: string;
  readonly answer: Answered;
  /** Empty where it needs no sentence of its own. */
  readonly says: readonly string[];
}

function ownQuestion(
  name: ConstantName | 'end',
  answer: Answered,
  letters: readonly [string, string],
): Question {
  const about = constantText(name);
  if (answer.verdict === 'not-assessable')
    return { about, answer, says: [t('The {0} is not assessable: {1}.', about, answer.because)] };
  return { about, answer, says: isFound(answer) ? [foundSentence(about, answer, letters)] : [] };
}

function heldOutQuestion(key: string, answer: Answered, letters: readonly [string, string]): Question {
  return { about: t('last tenth of {0}', key), answer, says: [heldOutSentence(key, answer, letters)] };
}

function heldOutSentence(key: string, answer: Answered, letters: readonly [string, string]): string {
  if ('because' in answer) return t('Held out, {0}: not assessable, {1}.', key, answer.because);
  if (isFound(answer))
    return t('Held out, {0}: {1}', key, foundSentence(constantText('end'), answer, letters));
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

/** Differences before hints, and the surer first: p counted over all questions, and alone where that is the same. */
function bySurety({ answer: a }: Question, { answer: b }: Question): number {
  if (!isFound(a) || !isFound(b)) return 0;
  return Number(b.verdict === 'differ') - Number(a.verdict === 'differ') || a.pHolm - b.pHolm || a.p - b.p;
}

/** The most telling number for power: the plateau, or else the last tenths, or else whatever is known. */
function nothingFound(questions: readonly Question[]): string {
  const [plateau, timescale, damping, end, ...scores] = questions;
  for (const { about, answer } of [plateau, end, ...scores, timescale, damping]) {
    if (answer.verdict === 'not-assessable') continue;
    if (answer.detectable === null) return t('No detectable difference.');
    const change = formatNumber(answer.detectable);
    return t(
      'No detectable difference; this pair could only have shown a change of the {0} of {1} or more (four times in five).',
      ...[about, answer.kind === 'ratio' ? `× ${change}` : change],
    );
  }
  return t('Nothing can be said of this pair.');
}
