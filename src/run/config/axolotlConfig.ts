/** The line that axolotl puts before the configuration in a model card. */
const BEFORE = /^axolotl version: /;

/**
 * The configuration that axolotl repeats in a model card (log-formats.md §1.9), with empty lines in place of all else, so
 * that its lines are the card's; null where the card is not axolotl's. The YAML of any other README is an example.
 */
export function axolotlConfig(card: string): string | null {
  const lines = card.split(/\r?\n/);
  const version = lines.findIndex((line) => BEFORE.test(line));
  const start = version < 0 ? -1 : lines.findIndex((line, i) => i > version && /^```ya?ml/.test(line));
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('```'));
  if (start < 0 || length < 0) return null;
  return lines.map((line, i) => (i > start && i <= start + length ? line : '')).join('\n');
}
