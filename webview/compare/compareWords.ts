import { t } from '@vscode/l10n';
import type { Answered } from '../../src/compare/answer';
import type { ConstantName } from '../../src/compare/constants';
import { formatNumber } from '../../src/report/formatNumber';
import { pText } from '../../src/compare/pairSentences';

/** A number that a pair of runs is asked about. */
export type Question = ConstantName | 'end';

/** The questions in the order they are shown. */
export const QUESTIONS = ['plateau', 'timescale', 'damping', 'end'] as const satisfies readonly Question[];

/** What a question is about, as a person reads it. */
export function questionText(question: Question): string {
  switch (question) {
    case 'plateau':
      return t('plateau');
    case 'timescale':
      return t('timescale');
    case 'damping':
      return t('damping ratio');
    case 'end':
      return t('last tenth');
  }
}

/** An answer as a person reads it: the verdict, then the numbers behind it. */
export interface AnswerWords {
  readonly verdict: string;
  readonly value: string;
  readonly interval: string;
  readonly p: string;
  readonly detectable: string;
  /** Why there is no answer; empty where there is one. */
  readonly because: string;
}

/** What a pair says of one number. */
export function answerWords(answer: Answered): AnswerWords {
  if (answer.verdict === 'not-assessable')
    return {
      verdict: t('not assessable'),
      value: '',
      interval: '',
      p: '',
      detectable: '',
      because: answer.because,
    };
  const { kind, value, interval, pHolm, detectable } = answer;
  const isRatio = kind === 'ratio';
  const end = (one: number | null): string => (one === null ? t('open') : formatNumber(one));
  const signed = value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
  return {
    verdict: verdictText(answer.verdict),
    value: isRatio ? `× ${formatNumber(value)}` : signed,
    interval: t('{0} to {1}', end(interval[0]), end(interval[1])),
    p: pText(pHolm),
    detectable: detectable === null ? t('not known') : `${isRatio ? '×' : '±'} ${formatNumber(detectable)}`,
    because: '',
  };
}

function verdictText(verdict: Exclude<Answered['verdict'], 'not-assessable'>): string {
  switch (verdict) {
    case 'differ':
      return t('they differ');
    case 'hint':
      return t('a hint, no more');
    case 'no-detectable-difference':
      return t('no detectable difference');
  }
}
