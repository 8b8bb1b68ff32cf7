import { el } from './dom';
import { unbroken } from './sentence';
import type { ConstantRow } from './constantRow';

/** "about 0.64 (no interval yet)": the number stands out, the remark behind it does not. */
function valueNodes(value: string): (Node | string)[] {
  const start = value.search(/ \(|（/);
  if (start === -1) return unbroken(value);
  return [...unbroken(value.slice(0, start)), el('span', { class: 'aside' }, value.slice(start))];
}

function row({ name, value, known, meaning, formula }: ConstantRow): HTMLElement {
  return el(
    'div',
    { class: 'constant', title: formula },
    el('dt', {}, name),
    el('dd', { class: known ? 'value' : 'value unknown' }, ...valueNodes(value)),
    el('dd', { class: 'meaning' }, meaning),
  );
}

/** The constants as a list of descriptions. */
export function constantsTable(rows: readonly ConstantRow[]): Node[] {
  return [el('dl', { class: 'constants' }, ...rows.map(row))];
}
