import { el } from '../dom';

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
export function scrolled(table: HTMLElement, name: string): HTMLElement {
  return el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': name }, table);
}
