import { t } from '@vscode/l10n';
import { formatNumber } from '../report/formatNumber';
import type { Answered } from './answer';
import { pText } from './pText';
import { rangeText } from './rangeText';

/** What the cells of an answer say, in their order. */
export function answerHead(): string[] {
  return [t('value'), '95 %', 'p', t('p (Holm)'), t('could show')];
}

/**
 * An answer as the cells of a table.
 *
 * @param answer what a pair says of one number
 * @returns as many cells as `answerHead`
 */
export function answerCells(answer: Answered): string[] {
  if (answer.verdict === 'not-assessable') return [t('not assessable'), '', '', '', ''];
  const { kind, value, interval, p, pHolm, detectable } = answer;
  const sign = kind === 'ratio' ? '× ' : '';
  const least =
    detectable === null ? t('not known') : `${kind === 'ratio' ? '× ' : '± '}${formatNumber(detectable)}`;
  const isOpen = interval.some((end) => end === null);
  return [
    isOpen ? t('open') : sign + formatNumber(value),
    rangeText(interval),
    pText(p),
    pText(pHolm),
    least,
  ];
}
