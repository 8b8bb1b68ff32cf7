import { t } from '@vscode/l10n';
import { formatNumber } from '../../report/formatNumber';
import { clauseList } from '../../run/listInWords';
import type { NotAssessable } from '../answer';
import { constantText } from '../constantText';
import { letterOf } from '../letterOf';
import { pText } from '../pText';
import { rangeText } from '../rangeText';
import type { GroupSizePair, PathAnswer, PathAnswered, PathTest } from './groupSizePair';
import type { LawVerdict, RatioLaw } from './ratioLaw';

/**
 * What a pair that differs in G says, in plain sentences.
 *
 * @param pair the pair's answers
 * @returns the mean path, each evaluation, and the laws
 */
export function groupSizeSentences(pair: GroupSizePair): string[] {
  const { first, second, groupSizes, optimizer, meanPath, evaluations, timescale, noise } = pair;
  const [a, b] = [letterOf(first), letterOf(second)];
  const hasTimescale =
    timescale.verdict !== 'not-assessable' || ('p' in meanPath && optimizer.value === 'adam');
  return [
    t(
      'Group size, {0} (G {1}) and {2} (G {3}), {4}. Mean path: {5}',
      ...[a, groupSizes[0], b, groupSizes[1]],
      ...[optimizerText(optimizer), pathText(meanPath, pair.invarianceMayBeClaimed)],
    ),
    ...Object.entries(evaluations).map(([key, test]) =>
      t('Held out, {0}: {1}', key, pathText(test, pair.invarianceMayBeClaimed)),
    ),
    ...(hasTimescale ? [t('Timescale, {0} over {1}: {2}', b, a, lawText(timescale))] : []),
    t('Process noise (variance, sampling noise taken out), {0} over {1}: {2}', ...[b, a, lawText(noise)]),
    ...spreadSentence(pair),
  ];
}

/**
 * The optimizer of a pair for a person.
 *
 * @param optimizer what the runs tell of it
 * @returns its name, with "assumed" where a run does not tell
 */
export function optimizerText({ value, assumed }: GroupSizePair['optimizer']): string {
  if (value === 'sgd') return 'SGD';
  return assumed ? t('Adam, assumed') : 'Adam';
}

/**
 * How far the rewards of one answer group spread in one run of a pair against the other.
 *
 * @param pair the pair
 * @returns one sentence; none where a run does not log it
 */
export function spreadSentence({ first, second, withinGroupStd }: GroupSizePair): string[] {
  if (withinGroupStd === null) return [];
  return [
    t(
      "Within groups {0}'s rewards spread {1} times as far as {2}'s.",
      ...[letterOf(second), formatNumber(withinGroupStd), letterOf(first)],
    ),
  ];
}

function pathText(test: PathAnswered, isInvariant: boolean): string {
  if (test.verdict === 'not-assessable') return t('not assessable, {0}.', test.because);
  const { answers, p, pHolm } = test;
  const numbers = (['plateau', 'timescale', 'end'] as const).flatMap((name) => {
    const answer = answers[name];
    return 'because' in answer ? [] : [numberText(constantText(name), answer)];
  });
  return t(
    '{0} (p {1}, {2} with all path tests counted): {3}.',
    ...[pathVerdict(test, isInvariant), pText(p), pText(pHolm), clauseList(numbers)],
  );
}

function pathVerdict({ verdict }: PathTest, isInvariant: boolean): string {
  switch (verdict) {
    case 'differ':
      return isInvariant
        ? t('does not agree with what is predicted')
        : t('does not agree with what is predicted, which holds near the plateau only');
    case 'hint':
      return t('a hint of a departure from what is predicted, no more');
    case 'no-detectable-difference':
      return isInvariant
        ? t('no detectable departure from group-size invariance as predicted')
        : t('no detectable departure from what is predicted');
  }
}

function numberText(name: string, { kind, value, interval, predicted, detectable }: PathAnswer): string {
  const sign = kind === 'ratio' ? '× ' : '';
  const args = [name, sign + formatNumber(value), rangeText(interval), sign + formatNumber(predicted)];
  return detectable === null
    ? t('{0} {1} (95 % {2}), predicted {3}', ...args)
    : t(
        '{0} {1} (95 % {2}), predicted {3}, could have shown {4}',
        ...args,
        (sign || '± ') + formatNumber(detectable),
      );
}

function lawText(law: RatioLaw | NotAssessable): string {
  if (law.verdict === 'not-assessable') return t('not assessable, {0}.', law.because);
  const { verdict, value, interval, predicted, floor, detectable } = law;
  const reach =
    floor === null
      ? t('predicted {0}', formatNumber(predicted))
      : t(
          'predicted {0}, or anything up to {1} where noise between prompts is a floor',
          ...[formatNumber(predicted), formatNumber(floor)],
        );
  const args = [formatNumber(value), rangeText(interval), reach, lawVerdict(verdict)];
  return detectable === null
    ? t('{0} (95 % {1}), {2}: {3}.', ...args)
    : t('{0} (95 % {1}), {2}: {3}; could have shown a factor of {4}.', ...args, formatNumber(detectable));
}

function lawVerdict(verdict: LawVerdict): string {
  switch (verdict) {
    case 'agrees':
      return t('agrees');
    case 'does-not-agree':
      return t('does not agree');
    case 'cannot-be-told':
      return t('cannot be told');
  }
}
