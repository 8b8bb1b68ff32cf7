import { formatNumber, formatStep } from '../report/formatNumber';
import type { Answer, Answered } from './answer';
import type { PairComparison } from './comparison';
import { CONSTANTS } from './constants';
import { COPY } from './comparePair';
import type { EndLevel } from './endLevel';

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
  const named = [...CONSTANTS.map((name) => [name, constants[name]] as const), ['last tenth', end] as const];
  if (named.every(([, answer]) => 'because' in answer && answer.because === COPY))
    return [`${letters[1]} is the same log as ${letters[0]}: there is nothing to compare.`];
  const sentences = named.flatMap(([name, answer]) =>
    isFound(answer) ? [found(name, answer, letters)] : [],
  );
  if (sentences.length === 0) sentences.push(nothingFound(constants.plateau, end));
  for (const [name, answer] of named)
    if (answer.verdict === 'not-assessable')
      sentences.push(`The ${name} is not assessable: ${answer.because}.`);
  sentences.push(...heldOutSentences(evaluations, letters));
  const [first, last] = ends.map((level) => level?.steps[1] ?? null);
  if (first !== null && last !== null && first !== last)
    sentences.push(`The last tenths end at different steps, ${formatStep(first)} and ${formatStep(last)}.`);
  return sentences;
}

function heldOutSentences(
  evaluations: PairComparison['evaluations'],
  letters: readonly [string, string],
): string[] {
  return Object.entries(evaluations).map(([key, answer]) => {
    if ('because' in answer) return `Held out, ${key}: not assessable, ${answer.because}.`;
    if (isFound(answer)) return `Held out, ${key}: ${found('last tenth', answer, letters)}`;
    const least =
      answer.detectable === null
        ? ''
        : `, it could only have shown one of ${formatNumber(answer.detectable)} or more`;
    return `Held out, ${key}: no detectable difference of the last tenth${least}.`;
  });
}

function isFound(answer: Answered): answer is Answer & { readonly verdict: 'differ' | 'hint' } {
  return answer.verdict === 'differ' || answer.verdict === 'hint';
}

function found(name: string, answer: Answer, [a, b]: readonly [string, string]): string {
  const { verdict, kind, value, p, pHolm } = answer;
  const [low, high] = answer.interval;
  const range = rangeOf(answer);
  const isOpen = low === null || high === null;
  const what =
    kind === 'ratio'
      ? `${b}'s ${name} is ${ratioText(answer)} times ${a}'s${isOpen ? ' (95 %)' : ` (95 % ${range})`}`
      : `${b}'s ${name} is ${differenceText(answer)} ${value > 0 ? 'above' : 'below'} ${a}'s${isOpen ? ' (95 %)' : ` (95 % of the difference ${range})`}`;
  return verdict === 'differ'
    ? `${what}: they differ, p ${pText(pHolm)} with all questions counted.`
    : `${what}: a hint, no more; p ${pText(p)} alone, ${pText(pHolm)} with all questions counted.`;
}

/** A ratio; where its interval is open only the end that is known is a number, as in the Report. */
function ratioText({ value, interval: [low, high] }: Answer): string {
  if (high === null && low !== null) return `at least ${formatNumber(low)}`;
  if (low === null && high !== null) return `at most ${formatNumber(high)}`;
  return formatNumber(value, 3);
}

/** The same of a difference's size. */
function differenceText({ value, interval: [low, high] }: Answer): string {
  const known = value > 0 ? low : high;
  const isOpen = (value > 0 ? high : low) === null;
  return isOpen && known !== null
    ? `at least ${formatNumber(Math.abs(known))}`
    : formatNumber(Math.abs(value));
}

/** The most telling number for power: the plateau, or else the last tenths. */
function nothingFound(plateau: Answered, end: Answered): string {
  const answer = plateau.verdict === 'not-assessable' ? end : plateau;
  const of = answer === plateau ? 'plateau' : 'last tenth';
  if (answer.verdict === 'not-assessable') return 'Nothing can be said of this pair.';
  if (answer.detectable === null) return 'No detectable difference.';
  return `No detectable difference; this pair could only have shown a change of the ${of} of ${formatNumber(answer.detectable)} or more (four times in five).`;
}

function rangeOf({ interval: [low, high] }: Answer): string {
  const text = (end: number | null): string => (end === null ? 'open' : formatNumber(end));
  return `${text(low)} to ${text(high)}`;
}

/**
 * A p value for a person.
 *
 * @param p 0 … 1
 * @returns two digits, `under 0.001` below that
 */
export function pText(p: number): string {
  return p < 0.001 ? 'under 0.001' : formatNumber(p);
}
