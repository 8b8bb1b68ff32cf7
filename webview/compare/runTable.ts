import { t } from '@vscode/l10n';
import type { ComparedRun } from '../../src/compare/comparison';
import { letterOf } from '../../src/compare/letterOf';
import { formatCount, formatStep } from '../../src/report/formatNumber';
import { formatQuantity } from '../../src/report/formatQuantity';
import { plainText } from '../../src/report/plainText';
import { el } from '../dom';
import { button } from '../toolkit';
import { LONGEST_NAME } from './compareView';
import { questionText } from './compareWords';
import { runSwatch } from './overlayLegend';
import { named, scrolled } from './scrolled';

/** A run as its row shows it. */
export interface RunRow {
  readonly run: ComparedRun;
  /** What it is called on the page. */
  readonly name: string;
  /** Where it comes from, whole. */
  readonly from: string;
}

/** What a person does with a run. */
export interface RunEvents {
  readonly rename: (place: number, name: string) => void;
  readonly moveUp: (place: number) => void;
  readonly leaveOut: (place: number) => void;
  readonly openFit: (place: number) => void;
}

const QUANTITIES = ['plateau', 'timescale', 'damping', 'end'] as const;

/** The runs with their constants; names can be changed, and the order, which decides what is compared to what. */
export function runTable(rows: readonly RunRow[], events: RunEvents): Node[] {
  const head = [t('name'), ...QUANTITIES.map(questionText), t('rows'), ''];
  const table = el(
    'table',
    { class: 'compared' },
    el('caption', { class: 'visually-hidden' }, t('The runs and their constants')),
    el(
      'thead',
      {},
      el('tr', {}, ...head.map((text) => (text === '' ? el('td', {}) : el('th', { scope: 'col' }, text)))),
    ),
    el('tbody', {}, ...rows.map((row, place) => runRow(row, place, rows.length, events))),
  );
  return [scrolled(table, t('The runs and their constants'))];
}

function runRow({ run, name, from }: RunRow, place: number, count: number, events: RunEvents): HTMLElement {
  const letter = letterOf(place);
  const input = el('input', {
    type: 'text',
    value: name,
    maxlength: String(LONGEST_NAME),
    title: plainText(from, 600),
  });
  input.setAttribute('aria-label', t('Name of {0}', letter));
  input.addEventListener('change', () => events.rename(place, input.value));
  const { steps } = run;
  const quantities = QUANTITIES.map((name) => {
    const one = run[name];
    const text = one === null ? t('not identifiable') : formatQuantity(one);
    return named(questionText(name), text, one === null ? 'muted' : '');
  });
  const rows = t('{0}, to step {1}', formatCount(steps.count), formatStep(steps.last));
  return el(
    'tr',
    {},
    el(
      'th',
      { scope: 'row' },
      el('div', { class: 'run-name' }, runSwatch(place), el('b', {}, letter), input),
    ),
    ...quantities,
    named(t('rows'), rows),
    el('td', { class: 'run-actions' }, ...actions(letter, place, count, events)),
  );
}

function actions(letter: string, place: number, count: number, events: RunEvents): Node[] {
  const icon = (label: string, name: string, does: () => void): Node =>
    button(label, does, { appearance: 'icon', name });
  return [
    icon(t('fit'), t('Show the fit of {0}', letter), () => events.openFit(place)),
    ...(place === 0 ? [] : [icon('↑', t('Move {0} up', letter), () => events.moveUp(place))]),
    ...(count < 3 ? [] : [icon('×', t('Leave {0} out', letter), () => events.leaveOut(place))]),
  ];
}
