import { el } from './dom';

/** A part of the page that opens on demand. */
export interface Fold {
  readonly node: HTMLDetailsElement;
  readonly body: HTMLElement;
}

/** A fold; `onToggle` hears whether it is open now. */
export function fold(title: string, open: boolean, onToggle: (open: boolean) => void): Fold {
  const body = el('div', { class: 'fold-body' });
  const node = el('details', { open }, el('summary', {}, el('h2', {}, title)), body);
  node.addEventListener('toggle', () => onToggle(node.open));
  return { node, body };
}
