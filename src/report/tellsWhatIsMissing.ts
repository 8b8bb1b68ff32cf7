/** The Report's keys by which a note says what it is about: constants, and groups of them with a dot. */
const KEYS: ReadonlySet<string> = new Set([
  'plateau',
  'progress',
  'remainingGain',
  'timescale',
  'riseTime95',
  'slowStart',
  'overshoot',
  'stiffness',
  'inertia',
  'damping',
  'curvature',
  'forecast',
  'stability',
]);
const GROUPS = /^(?:fits|noise|stability)\.\w+$/;

/**
 * Whether a note explains why constants of the Report are null ("timescale, damping: too early"), rather than how the
 * log was read.
 *
 * @param note one of the Report's notes
 */
export function tellsWhatIsMissing(note: string): boolean {
  const colon = note.indexOf(': ');
  return (
    colon !== -1 &&
    note
      .slice(0, colon)
      .split(', ')
      .every((key) => KEYS.has(key) || GROUPS.test(key))
  );
}
