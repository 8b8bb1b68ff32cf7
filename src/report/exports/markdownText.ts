import { plainText } from '../plainText';

/** What Markdown or the HTML inside it would read as markup. */
const MARKUP = /[\\`*_{}[\]()#+!|<>~&$^=:@-]/g;

/**
 * Text from a log as literal Markdown: on one line, without control characters, every sign that could start markup
 * escaped, so that a key like `<img>` or `[x](y)` is read as it was written.
 *
 * @param text any text
 * @param longest characters kept; the rest becomes an ellipsis
 * @returns Markdown that shows the text
 */
export function markdownText(text: string, longest = 600): string {
  return plainText(text, longest).replace(MARKUP, (sign) => (HARMLESS.has(sign) ? sign : `\\${sign}`));
}

/** Signs that mean something only at the start of a line or doubled: inside a sentence they stay readable. */
const HARMLESS: ReadonlySet<string> = new Set(['-', '(', ')', ':', '+', '!', '=', '{', '}', '^']);

/**
 * A table of Markdown, its first row the head; cells are Markdown already.
 *
 * @param rows equally long rows
 * @returns lines
 */
export function markdownTable(rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(rows[0]), line(rows[0].map(() => '---')), ...rows.slice(1).map(line)];
}
