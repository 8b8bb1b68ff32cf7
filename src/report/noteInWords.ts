import { t } from '@vscode/l10n';
import { CURVE_NAMES } from '../dynamics/fit';
import { curveAlone } from './curveInWords';
import { commaList } from '../run/listInWords';

/** Keys of the Report as a person calls them. */
const WORDS: ReadonlyMap<string, () => string> = new Map([
  ...CURVE_NAMES.map((name) => [`fits.${name}`, () => curveAlone(name)] as const),
  ['plateau', () => t('plateau')],
  ['progress', () => t('progress')],
  ['overshoot', () => t('overshoot')],
  ['inertia', () => t('inertia')],
  ['curvature', () => t('curvature')],
  ['stability', () => t('stability')],
  ['forecast', () => t('forecast')],
  ['remainingGain', () => t('remaining gain')],
  ['riseTime95', () => t('95 % of the rise')],
  ['slowStart', () => t('slow start')],
  ['damping', () => t('damping ratio')],
  ['noise.process', () => t('process noise')],
  ['noise.sampling', () => t('sampling noise')],
  ['noise.temperature', () => t('noise temperature')],
  ['noise.expectedSampling', () => t('expected sampling noise')],
  ['noise.atDoubleGroupSize', () => t('noise at twice the group size')],
  ['noise.warning', () => t('early warning in the noise')],
  ['stability.margin', () => t('margin')],
  ['stability.largestSafeRefreshInterval', () => t('largest safe refresh interval')],
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
  if (!keys.some((key) => WORDS.has(key))) return note;
  const names = commaList(keys.map((key) => WORDS.get(key)?.() ?? key));
  return t('{0}: {1}', names, note.slice(colon + 2));
}
