import { plainText } from '../plainText';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text made safe inside HTML or SVG, between tags or in a quoted attribute: text of a log is data, never markup.
 *
 * @param text any text
 * @param longest characters kept; the rest becomes an ellipsis
 * @returns the text with its five special signs as entities
 */
export function escapeMarkup(text: string, longest = 600): string {
  return plainText(text, longest).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}
