import { el } from '../dom';

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
export function scrolled(table: HTMLElement, name: string): HTMLElement {
  return el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': name }, table);
}

/** A cell that knows its column's name: where the page is narrow each stands in a line of its own behind it. */
export function named(column: string, text: string, className = ''): HTMLElement {
  return el('td', { class: className, 'data-column': column }, text);
}
