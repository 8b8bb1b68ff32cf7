import { CURVE_NAMES } from '../dynamics/fit';
import { curveInWords } from './curveInWords';

/** Keys of the Report as a person calls them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...CURVE_NAMES.map((name) => [`fits.${name}`, curveInWords(name).replace(/^(an?|the) /, '')] as const),
  ['remainingGain', 'remaining gain'],
  ['riseTime95', '95 % of the rise'],
  ['slowStart', 'slow start'],
  ['damping', 'damping ratio'],
  ['noise.process', 'process noise'],
  ['noise.sampling', 'sampling noise'],
  ['noise.temperature', 'noise temperature'],
  ['noise.expectedSampling', 'expected sampling noise'],
  ['noise.atDoubleGroupSize', 'noise at twice the group size'],
  ['noise.warning', 'early warning in the noise'],
  ['stability.margin', 'margin'],
  ['stability.largestSafeRefreshInterval', 'largest safe refresh interval'],
]);

/**
 * A note for a person: the Report's keys in "key, key: reason" by their names.
 *
 * @param note one of the Report's notes
 * @returns the note; as it is where it does not begin with keys
 */
export function noteInWords(note: string): string {
  const colon = note.indexOf(': ');
  if (colon === -1) return note;
  const keys = note.slice(0, colon).split(', ');
  return `${keys.map((key) => WORDS.get(key) ?? key).join(', ')}${note.slice(colon)}`;
}
