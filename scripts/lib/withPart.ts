const HEADING = '## ';
/** What stands under it is written by a person, who read the numbers: a run of this script keeps it. */
const BY_HAND = '\n### What this says\n';

/**
 * A part of a document in the place of the one with its heading, or at the end; all others as they are.
 *
 * @param document Markdown with one heading of the second level a part
 * @param heading the part's
 * @param text what was measured
 */
export function withPart(document: string, heading: string, text: string): string {
  const [head, ...parts] = document.split(`\n${HEADING}`);
  const at = parts.findIndex((part) => part.startsWith(`${heading}\n`));
  const said = at === -1 ? -1 : parts[at].indexOf(BY_HAND);
  const made = `${heading}\n\n${text.trimEnd()}\n${said === -1 ? '' : parts[at].slice(said)}`;
  const kept = at === -1 ? [...parts, made] : parts.map((part, i) => (i === at ? made : part));
  return [head, ...kept].join(`\n${HEADING}`);
}
