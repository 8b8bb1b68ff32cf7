import { t } from '@vscode/l10n';

/** Names or short phrases side by side: "a, b, c". */
export function commaList(items: readonly string[]): string {
  return items.reduce((list, item) => (list === '' ? item : t('{0}, {1}', list, item)), '');
}

/** A list that ends in "and": "a, b and c". */
export function andList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : t('{0} and {1}', commaList(items.slice(0, -1)), last);
}

/** Clauses side by side: "a; b". */
export function clauseList(clauses: readonly string[]): string {
  return clauses.reduce((list, clause) => (list === '' ? clause : t('{0}; {1}', list, clause)), '');
}

/** Whole sentences one after the other; empty ones do not count. */
export function inARow(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, sentence) => (text === '' ? sentence : t('{0} {1}', text, sentence)), '');
}
