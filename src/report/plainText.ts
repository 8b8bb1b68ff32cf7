/** Longest text of a log that is shown whole; keys of megabytes exist. */
const LONGEST = 200;

const ESCAPE = '\\u001b';
const BELL = '\\u0007';

/** OSC strings (titles, links) up to their terminator, CSI sequences (colours, cursor), then lone escapes. */
const SEQUENCES = new RegExp(
  `${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[${ESCAPE}\\u009b]\\[?[0-?]*[ -/]*[@-~]?`,
  'g',
);

/** C0 and C1 controls, line and paragraph separators, and the marks that reorder text. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a cut through a character outside the basic plane leaves. */
const LONE_SURROGATE = /[\ud800-\udbff]$/;

/**
 * Text from a log or a file name made safe for a terminal and for one line: no escape sequences, no control
 * characters, no reordering marks; cut at `longest` characters with an ellipsis.
 */
export function plainText(text: string, longest = LONGEST): string {
  const bounded = text.length > 4 * longest ? text.slice(0, 4 * longest) : text;
  const clean = bounded.replace(SEQUENCES, '').replace(CONTROLS, ' ').trim();
  return clean.length > longest ? `${clean.slice(0, longest - 1).replace(LONE_SURROGATE, '')}…` : clean;
}
