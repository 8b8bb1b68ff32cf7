import { t } from '@vscode/l10n';
import type { Answered } from '../../src/compare/answer';
import type { PairComparison } from '../../src/compare/comparison';
import { letterOf } from '../../src/compare/letterOf';
import { plainText } from '../../src/report/plainText';
import { el } from '../dom';
import { sentenceNodes } from '../sentence';
import { named, scrolled } from './scrolled';
import { answerWords, pairAnswers } from './compareWords';

/** More pairs than this stand folded, but for those that differ. */
const OPEN_PAIRS = 3;

/** Every pair: of two runs as it is, of more each in a fold with its answer as the title, the surest first. */
export function pairNodes(pairs: readonly PairComparison[]): Node[] {
  if (pairs.length === 1) return pairBody(pairs[0], pairs[0].sentences.slice(1));
  const sorted = [...pairs].sort((a, b) => smallestP(a) - smallestP(b));
  return sorted.map((pair, i) =>
    el(
      'details',
      { open: i < OPEN_PAIRS && smallestP(pair) < 0.05 },
      el('summary', {}, el('b', {}, nameOf(pair)), ` ${plainText(pair.sentences[0], 600)}`),
      el('div', { class: 'fold-body' }, ...pairBody(pair, pair.sentences.slice(1))),
    ),
  );
}

function nameOf({ first, second }: PairComparison): string {
  return t('{0} and {1}', letterOf(first), letterOf(second));
}

function pairBody(pair: PairComparison, sentences: readonly string[]): Node[] {
  const items = sentences.map((sentence) => el('li', {}, ...sentenceNodes(plainText(sentence, 600))));
  const says = items.length === 0 ? [] : [el('ul', { class: 'says' }, ...items)];
  return [el('div', { class: 'pair-body' }, ...says, pairTable(pair))];
}

function pairTable(pair: PairComparison): HTMLElement {
  const [a, b] = [letterOf(pair.first), letterOf(pair.second)];
  const columns = [
    t('{0} less {1}, or {0} / {1}', b, a),
    '95 %',
    t('p, all questions counted'),
    t('smallest change it could show'),
  ];
  const head = ['', t('verdict'), ...columns];
  const table = el(
    'table',
    { class: 'answers' },
    el('caption', { class: 'visually-hidden' }, t('How {0} differs from {1}', b, a)),
    el('thead', {}, el('tr', {}, ...head.map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...pairAnswers(pair).map((row) => answerRow(row, columns))),
  );
  return scrolled(table, t('Differences of {0}', nameOf(pair)));
}

function answerRow([about, answer]: readonly [string, Answered], columns: readonly string[]): HTMLElement {
  const { verdict, value, interval, p, detectable, because } = answerWords(answer);
  const head = el('th', { scope: 'row' }, about);
  const mark = el('td', { class: `verdict-${answer.verdict}` }, verdict);
  if (because !== '')
    return el('tr', {}, head, mark, el('td', { class: 'because', colspan: '4' }, plainText(because)));
  const cells = [value, interval, p, detectable].map((text, i) => named(columns[i], text));
  return el('tr', {}, head, mark, ...cells);
}

function smallestP({ constants, end, evaluations }: PairComparison): number {
  const given = [...Object.values(constants), end, ...Object.values(evaluations)];
  return Math.min(...given.map((answer) => (answer.verdict === 'not-assessable' ? 1 : answer.pHolm)));
}
