import type { Interval } from '../../dynamics/fit';
import { formatNumber } from '../../report/formatNumber';
import type { NotAssessable } from '../answer';
import { letterOf } from '../letterOf';
import { pText } from '../pairSentences';
import type { GroupSizePair, PathAnswer, PathAnswered } from './groupSizePair';
import type { RatioLaw } from './ratioLaw';

const VERDICTS = {
  agrees: 'agrees',
  'does-not-agree': 'does not agree',
  'cannot-be-told': 'cannot be told',
} as const;

/**
 * What a pair that differs in G says, in plain sentences.
 *
 * @param pair the pair's answers
 * @returns the mean path, each evaluation, and the laws
 */
export function groupSizeSentences(pair: GroupSizePair): string[] {
  const { first, second, groupSizes, optimizer, meanPath, evaluations, timescale, noise } = pair;
  const [a, b] = [letterOf(first), letterOf(second)];
  const runs = `${a} (G ${groupSizes[0]}) and ${b} (G ${groupSizes[1]})`;
  const name = optimizer.value === 'sgd' ? 'SGD' : optimizer.assumed ? 'Adam, assumed' : 'Adam';
  return [
    `Group size, ${runs}, ${name}. Mean path: ${pathText(meanPath, pair.invarianceMayBeClaimed)}`,
    ...Object.entries(evaluations).map(
      ([key, test]) => `Held out, ${key}: ${pathText(test, pair.invarianceMayBeClaimed)}`,
    ),
    ...(timescale.verdict === 'not-assessable' && !('p' in meanPath && optimizer.value === 'adam')
      ? []
      : [`Timescale, ${b} over ${a}: ${lawText(timescale)}`]),
    `Process noise (variance, sampling noise taken out), ${b} over ${a}: ${lawText(noise)}`,
    ...spreadSentence(pair, a, b),
  ];
}

function spreadSentence({ withinGroupStd }: GroupSizePair, a: string, b: string): string[] {
  if (withinGroupStd === null) return [];
  return [`Within groups ${b}'s rewards spread ${formatNumber(withinGroupStd)} times as far as ${a}'s.`];
}

function pathText(test: PathAnswered, isInvariant: boolean): string {
  if (test.verdict === 'not-assessable') return `not assessable, ${test.because}.`;
  const { verdict, answers, p, pHolm } = test;
  const numbers = (['plateau', 'timescale', 'end'] as const).flatMap((name) => {
    const answer = answers[name];
    return 'because' in answer ? [] : [numberText(name === 'end' ? 'last tenth' : name, answer)];
  });
  const says =
    verdict === 'differ'
      ? isInvariant
        ? 'does not agree with what is predicted'
        : 'does not agree with what is predicted, which holds near the plateau only'
      : verdict === 'hint'
        ? 'a hint of a departure from what is predicted, no more'
        : isInvariant
          ? 'no detectable departure from group-size invariance as predicted'
          : 'no detectable departure from what is predicted';
  return `${says} (p ${pText(p)}, ${pText(pHolm)} with all path tests counted): ${numbers.join('; ')}.`;
}

function numberText(name: string, { kind, value, interval, predicted, detectable }: PathAnswer): string {
  const sign = kind === 'ratio' ? '× ' : '';
  const least = detectable === null ? '' : `, could have shown ${sign || '± '}${formatNumber(detectable)}`;
  return `${name} ${sign}${formatNumber(value)} (95 % ${rangeOf(interval)}), predicted ${sign}${formatNumber(predicted)}${least}`;
}

function lawText(law: RatioLaw | NotAssessable): string {
  if (law.verdict === 'not-assessable') return `not assessable, ${law.because}.`;
  const { verdict, value, interval, predicted, floor, detectable } = law;
  const reach =
    floor === null
      ? `predicted ${formatNumber(predicted)}`
      : `predicted ${formatNumber(predicted)}, or anything up to ${formatNumber(floor)} where noise between prompts is a floor`;
  const least = detectable === null ? '' : `; could have shown a factor of ${formatNumber(detectable)}`;
  return `${formatNumber(value)} (95 % ${rangeOf(interval)}), ${reach}: ${VERDICTS[verdict]}${least}.`;
}

function rangeOf([low, high]: Interval): string {
  return [low, high].map((end) => (end === null ? 'open' : formatNumber(end))).join(' to ');
}
