import { t } from '@vscode/l10n';
import type { CompareCopy, CompareSave } from '../../src/compareProtocol';
import { el, setText } from '../dom';
import { ExportMenu, type ExportItem } from '../exportMenu';
import { CURVE_LABELS } from '../words';
import type { CurveName } from '../../src/dynamics/fit';
import type { CompareModel } from './compareStore';

/** What can be taken away. */
export type CompareExport =
  | { readonly type: 'copyComparison'; readonly what: CompareCopy }
  | { readonly type: 'saveComparison'; readonly what: CompareSave };

const ITEMS: readonly ExportItem<CompareExport>[] = [
  [() => t('Copy the sentence'), { type: 'copyComparison', what: 'sentence' }],
  [() => t('Copy as Markdown'), { type: 'copyComparison', what: 'markdown' }],
  [() => t('Copy as JSON'), { type: 'copyComparison', what: 'json' }],
  [() => t('Save as Markdown …'), { type: 'saveComparison', what: 'md' }],
  [() => t('Save as JSON …'), { type: 'saveComparison', what: 'json' }],
  [() => t('Save the picture as SVG …'), { type: 'saveComparison', what: 'svg' }],
];

/** Name, facts and actions: the first line of the page. */
export class CompareHeader {
  readonly node: HTMLElement;
  private readonly title = el('h1', {});
  private readonly facts = el('p', { class: 'muted facts' });
  private readonly actions: HTMLElement;

  constructor(takeAway: (choice: CompareExport) => void) {
    this.actions = el('div', { class: 'actions', hidden: true }, new ExportMenu(ITEMS, takeAway).node);
    this.node = el('header', {}, el('div', { class: 'title' }, this.title, this.facts), this.actions);
  }

  /** Shows what is compared, and whether it is being compared again. */
  show({ comparison, activity, refs }: CompareModel): void {
    const count = comparison?.runs.length ?? refs.length;
    setText(this.title, count === 0 ? t('Comparison of runs') : t('Comparison of {0} runs', count));
    this.actions.hidden = comparison === null;
    const again = activity.kind === 'comparing' && comparison !== null ? [t('comparing again …')] : [];
    const facts = comparison === null ? [] : [curveText(comparison.comparison.curve)];
    setText(this.facts, [...facts, ...again].join(' · '));
  }
}

function curveText(curve: CurveName | null): string {
  return curve === null
    ? t('no one curve was fitted to all runs; each is drawn by its own')
    : t('all runs are read by one curve: {0}', CURVE_LABELS[curve]);
}
