import { el } from './dom';
import { splitTerms } from './glossary';

/** A number with its sign, uncertainty and unit sign: torn apart at the end of a line it cannot be read. */
const NUMBER = /([−-]?\d[\d.,]*(?: ± [\d.,]+)?(?: %)?)/u;

/** Text whose numbers do not break; what it says stays the same, spaces included. */
export function unbroken(text: string): (Node | string)[] {
  return text
    .split(NUMBER)
    .map((piece, i) => (i % 2 === 1 && piece.includes(' ') ? el('span', { class: 'nowrap' }, piece) : piece));
}

/** A sentence as nodes, each of its terms with its meaning on hover. */
export function sentenceNodes(sentence: string): (Node | string)[] {
  return splitTerms(sentence).flatMap(({ text, meaning }) =>
    meaning === null ? unbroken(text) : [el('abbr', { title: meaning, class: 'nowrap' }, text)],
  );
}
