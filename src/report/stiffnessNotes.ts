import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import type { RunConfig } from '../run/run';
import type { Reading } from './reading';
import { stabilityOf } from './stabilityOf';

/** What follows from the absolute stiffness. */
const FROM_STIFFNESS = 'stability.margin, stability.largestSafeRefreshInterval';
const BOUND = 'fits.bound: ';

/**
 * What the fits say of themselves, and why what follows from the absolute stiffness is null or with what reserve it
 * stands; a reason is given once, for all that it explains.
 */
export function stiffnessNotes(reading: Reading): string[] {
  const { run, absolute, fits } = reading;
  const isMissing = fits.curves.bound === null;
  const notes = fits.notes.map((note) =>
    isMissing && note.startsWith(BOUND) ? withDependants(note, reading) : note,
  );
  if (!isSgd(run.config))
    notes.push(
      'curvature: Adam has none, as its step does not grow with the gradient (--optimizer sgd if it was SGD).',
    );
  if (isMissing) return notes;
  const also = isSgd(run.config) ? ', curvature' : '';
  return absolute.stiffness === null
    ? [...notes, `${FROM_STIFFNESS}${also}: k is not known, ${absolute.reason}`]
    : [...notes, ...reserves(reading)];
}

/** The bound curve's reason is that of all that follows from it. */
function withDependants(note: string, { run: { config }, absolute }: Reading): string {
  const stability = stabilityOf(config, absolute) === null ? 'stability' : FROM_STIFFNESS;
  return `fits.bound, ${stability}${isSgd(config) ? ', curvature' : ''}: ${note.slice(BOUND.length)}`;
}

function reserves({ run: { config }, absolute }: Reading): string[] {
  const sgd = isSgd(config);
  const largest = stabilityOf(config, absolute)?.largestSafeRefreshInterval;
  return [
    sgd ? '' : 'stability.margin: with Adam k is an effective one, and holds near the plateau only.',
    sgd && !config.has('learningRate') ? 'curvature: needs the learning rate (--learning-rate).' : '',
    sgd && config.has('learningRate')
      ? 'curvature: for momentum that averages; where it sums (the default of many SGDs), multiply it by 1 − β.'
      : '',
    largest === null ? 'stability.largestSafeRefreshInterval: none is stable at this k.' : '',
    largest === LARGEST_SEARCHED
      ? `stability.largestSafeRefreshInterval: ${LARGEST_SEARCHED} stands for "at least that".`
      : '',
  ].filter((note) => note !== '');
}

/** Whether the run says that its optimizer is SGD; otherwise it counts as Adam. */
export function isSgd(config: RunConfig): boolean {
  return /sgd/i.test(String(config.get('optimizer')?.value));
}
