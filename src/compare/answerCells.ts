import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import type { Answer, Answered } from './answer';
import { pText } from './pText';
import { rangeText } from './rangeText';

/** What the cells of an answer say, in their order. */
export function answerHead(): string[] {
  return [t('value'), '95 %', 'p', t('p (Holm)'), t('could show')];
}

/** The numbers of an answer as a person reads them. */
export interface AnswerTexts {
  readonly value: string;
  readonly interval: string;
  readonly p: string;
  readonly pHolm: string;
  readonly detectable: string;
}

/**
 * What every table shows of an answer.
 *
 * @param answer what a pair says of one number
 * @returns texts; where the interval is open no value in it is known, and none is given
 */
export function answerTexts({ kind, value, interval, p, pHolm, detectable }: Answer): AnswerTexts {
  const isRatio = kind === 'ratio';
  const sign = isRatio ? '× ' : value > 0 ? '+' : '';
  const isOpen = interval.some((end) => end === null);
  return {
    value: isOpen ? t('open') : sign + formatNumber(value),
    interval: rangeText(interval),
    p: pText(p),
    pHolm: pText(pHolm),
    detectable: detectable === null ? t('not known') : `${isRatio ? '×' : '±'} ${formatNumber(detectable)}`,
  };
}

/**
 * An answer as the cells of a table.
 *
 * @param answer what a pair says of one number
 * @returns as many cells as `answerHead`
 */
export function answerCells(answer: Answered): string[] {
  if (answer.verdict === 'not-assessable') return [t('not assessable'), '', '', '', ''];
  const { value, interval, p, pHolm, detectable } = answerTexts(answer);
  return [value, interval, p, pHolm, detectable];
}
