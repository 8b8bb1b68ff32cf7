/** Colours by their role in the text, not by their name: bold for the answer, dim for the small print. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly accent: (text: string) => string;
}

const plain = (text: string): string => text;

const PLAIN: Paint = { strong: plain, dim: plain, good: plain, warn: plain, bad: plain, accent: plain };

const COLOUR: Paint = {
  strong: sgr(1, 22),
  dim: sgr(2, 22),
  good: sgr(32, 39),
  warn: sgr(33, 39),
  bad: sgr(31, 39),
  accent: sgr(36, 39),
};

/** Painters for a terminal; without colour they return the text as it is. */
export function painter(colour: boolean): Paint {
  return colour ? COLOUR : PLAIN;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`);
}
