import { t } from '@vscode/l10n';
import type { CopyKind, SaveKind } from '../src/protocol';
import { el } from './dom';
import { button } from './toolkit';

/** What can be taken away, as the host is asked for it. */
export type ExportChoice =
  | { readonly type: 'copyText'; readonly what: CopyKind }
  | { readonly type: 'saveAs'; readonly what: SaveKind };

/** An entry of the menu; its label is asked for when the language is known. */
export type ExportItem<Choice> = readonly [label: () => string, choice: Choice];

/** What can be taken away of a Report. */
export const REPORT_ITEMS: readonly ExportItem<ExportChoice>[] = [
  [() => t('Copy the sentence'), { type: 'copyText', what: 'sentence' }],
  [() => t('Copy the summary as text'), { type: 'copyText', what: 'summary' }],
  [() => t('Copy as Markdown'), { type: 'copyText', what: 'markdown' }],
  [() => t('Copy the JSON Report'), { type: 'copyText', what: 'report' }],
  [() => t('Save the JSON Report …'), { type: 'saveAs', what: 'json' }],
  [() => t('Save as Markdown …'), { type: 'saveAs', what: 'md' }],
  [() => t('Save as HTML …'), { type: 'saveAs', what: 'html' }],
  [() => t('Save the picture as SVG …'), { type: 'saveAs', what: 'svg' }],
  [() => t('Save the picture as PNG …'), { type: 'saveAs', what: 'png' }],
  [() => t('Save points and fit as CSV …'), { type: 'saveAs', what: 'csv' }],
];

/** A button with a menu of all that can be taken away; the keyboard uses it as any menu. */
export class ExportMenu<Choice> {
  readonly node: HTMLElement;
  private readonly button: HTMLElement;
  private readonly items: readonly HTMLElement[];
  private readonly menu: HTMLElement;

  constructor(items: readonly ExportItem<Choice>[], choose: (choice: Choice) => void) {
    this.items = items.map(([label, choice]) => {
      const item = el('button', { role: 'menuitem', tabindex: '-1', type: 'button' }, label());
      item.addEventListener('click', () => {
        this.close(true);
        choose(choice);
      });
      return item;
    });
    this.menu = el(
      'div',
      { class: 'menu', role: 'menu', 'aria-label': t('Take it away'), hidden: true },
      ...this.items,
    );
    this.button = button(t('Take it away ▾'), () => (this.menu.hidden ? this.open() : this.close(true)), {
      name: t('Take it away: copy or save'),
    });
    this.button.setAttribute('aria-haspopup', 'menu');
    this.button.setAttribute('aria-expanded', 'false');
    this.node = el('div', { class: 'export-menu' }, this.button, this.menu);
    this.menu.addEventListener('keydown', (event) => this.onKey(event));
    this.node.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.node.contains(relatedTarget))) this.close(false);
    });
  }

  private open(): void {
    this.menu.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.items[0].focus();
  }

  private close(isFocusBack: boolean): void {
    this.menu.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (isFocusBack) this.button.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const here = this.items.findIndex((item) => item === document.activeElement);
    const count = this.items.length;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (here + 1) % count,
      ArrowUp: (here + count - 1) % count,
      Home: 0,
      End: count - 1,
    };
    if (event.key === 'Escape') this.close(true);
    else if (Object.hasOwn(places, event.key)) this.items[places[event.key]].focus();
    else return;
    event.preventDefault();
  }
}
