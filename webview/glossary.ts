/** What a term means, for the hover over it; longest terms first where one holds another. */
const GLOSSARY: Readonly<Record<string, string>> = {
  'learning rate ran out':
    'The schedule took the learning rate to almost nothing: the curve is flat because the updates are, not because there is nothing left to gain.',
  'noise ceiling':
    'An estimate of the R² that a perfect smooth curve would reach on a log as noisy as this one. An estimate, not a limit.',
  'not identifiable': 'The log cannot tell this number: very different values would fit equally well.',
  'not assessable': 'The log lacks the column that would be needed to judge this.',
  'too early': 'Too little of the run is in the log for a number that would hold tomorrow.',
  plateau: 'The level the fitted curve settles at, if nothing about the run is changed.',
  overshoot: 'How far the reward goes beyond its plateau before it comes back.',
  overdamped: 'Approaches its plateau from one side, without ringing.',
  ringing: 'Swings above and below the plateau before it settles.',
  rings: 'Swings above and below the plateau before it settles.',
  '95 %': '95 % of the way from the start of the curve to its plateau.',
};

/** A piece of text; with a meaning where it is a term. */
export interface TermSegment {
  readonly text: string;
  readonly meaning: string | null;
}

function escapeRegExp(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const TERMS = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${Object.keys(GLOSSARY).map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

/** Splits a sentence at the first mention of each term of the glossary; the pieces joined give the sentence back. */
export function splitTerms(sentence: string): TermSegment[] {
  const segments: TermSegment[] = [];
  const explained = new Set<string>();
  let end = 0;
  for (const match of sentence.matchAll(TERMS)) {
    const term = match[0].toLowerCase();
    if (explained.has(term)) continue;
    explained.add(term);
    if (match.index > end) segments.push({ text: sentence.slice(end, match.index), meaning: null });
    segments.push({ text: match[0], meaning: GLOSSARY[term] });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) segments.push({ text: sentence.slice(end), meaning: null });
  return segments;
}
