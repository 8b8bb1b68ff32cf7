import { t } from '@vscode/l10n';

/** A term as sentences use it, and what it means: of two that begin alike the longer one comes first. */
type Term = readonly [term: string, meaning: string];

function glossary(): readonly Term[] {
  return [
    [
      t('learning rate ran out'),
      t(
        'The schedule took the learning rate to almost nothing: the curve is flat because the updates are, not because there is nothing left to gain.',
      ),
    ],
    [
      t('noise ceiling'),
      t(
        'An estimate of the R² that a perfect smooth curve would reach on a log as noisy as this one. An estimate, not a limit.',
      ),
    ],
    [
      t('not identifiable'),
      t('The log cannot tell this number: very different values would fit equally well.'),
    ],
    [t('not assessable'), t('The log lacks the column that would be needed to judge this.')],
    [t('too early'), t('Too little of the run is in the log for a number that would hold tomorrow.')],
    [t('plateau'), t('The level the fitted curve settles at, if nothing about the run is changed.')],
    [t('overshoot'), t('How far the reward goes beyond its plateau before it comes back.')],
    [t('overdamped'), t('Approaches its plateau from one side, without ringing.')],
    [t('ringing'), t('Swings above and below the plateau before it settles.')],
    [t('rings'), t('Swings above and below the plateau before it settles.')],
    [t('95 %'), t('95 % of the way from the start of the curve to its plateau.')],
  ];
}

/** A piece of text; with a meaning where it is a term. */
export interface TermSegment {
  readonly text: string;
  readonly meaning: string | null;
}

function escapeRegExp(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A term inside a longer word is none, where its script has spaces between words. */
const EDGED = /[\p{Script=Latin}\p{N}%]/u;

function pattern(terms: readonly string[]): RegExp {
  const edges = terms.map((term) => {
    const before = EDGED.test(term.charAt(0)) ? '(?<![\\p{Script=Latin}\\p{N}-])' : '';
    const after = EDGED.test(term.slice(-1)) ? '(?![\\p{Script=Latin}\\p{N}-])' : '';
    return `${before}${escapeRegExp(term)}${after}`;
  });
  return new RegExp(edges.join('|'), 'giu');
}

/** Splits a sentence at the first mention of each term of the glossary; the pieces joined give the sentence back. */
export function splitTerms(sentence: string): TermSegment[] {
  const segments: TermSegment[] = [];
  const explained = new Set<string>();
  let end = 0;
  const meanings = new Map(glossary());
  for (const match of sentence.matchAll(pattern([...meanings.keys()]))) {
    const term = match[0].toLowerCase();
    if (explained.has(term)) continue;
    explained.add(term);
    if (match.index > end) segments.push({ text: sentence.slice(end, match.index), meaning: null });
    segments.push({ text: match[0], meaning: meanings.get(term) ?? null });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) segments.push({ text: sentence.slice(end), meaning: null });
  return segments;
}
