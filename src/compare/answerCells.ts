import { formatNumber } from '../report/formatNumber';
import type { Answered } from './answer';
import { pText } from './pairSentences';

/** What the cells of an answer say, in their order. */
export const ANSWER_HEAD = ['value', '95 %', 'p', 'p (Holm)', 'could show'] as const;

/**
 * An answer as the cells of a table.
 *
 * @param answer what a pair says of one number
 * @returns as many cells as `ANSWER_HEAD`
 */
export function answerCells(answer: Answered): string[] {
  if (answer.verdict === 'not-assessable') return ['not assessable', '', '', '', ''];
  const { kind, value, interval, p, pHolm, detectable } = answer;
  const sign = kind === 'ratio' ? '× ' : '';
  const ends = interval.map((end) => (end === null ? 'open' : formatNumber(end))).join(' to ');
  const least =
    detectable === null ? 'not known' : `${kind === 'ratio' ? '× ' : '± '}${formatNumber(detectable)}`;
  const isOpen = interval.some((end) => end === null);
  return [isOpen ? 'open' : sign + formatNumber(value), ends, pText(p), pText(pHolm), least];
}
