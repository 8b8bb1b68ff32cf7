import { t } from '@vscode/l10n';
import type { Answered } from '../../src/compare/answer';
import { answerTexts } from '../../src/compare/answerCells';
import type { PairComparison } from '../../src/compare/comparison';
import type { ConstantName } from '../../src/compare/constants';
import { plainText } from '../../src/report/plainText';

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

/**
 * Everything a pair was asked: its constants, its end, then every held-out score that both runs have.
 *
 * @param pair one pair
 * @returns what each is about beside its answer; a score's key is text of the log
 */
export function pairAnswers({
  constants,
  end,
  evaluations,
}: PairComparison): (readonly [string, Answered])[] {
  return [
    ...QUESTIONS.map((name) => [questionText(name), name === 'end' ? end : constants[name]] as const),
    ...Object.entries(evaluations).map(
      ([key, answer]) => [t('held out: {0}', plainText(key, 80)), answer] as const,
    ),
  ];
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
  const { value, interval, pHolm, detectable } = answerTexts(answer);
  return { verdict: verdictText(answer.verdict), value, interval, p: pHolm, detectable, because: '' };
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
