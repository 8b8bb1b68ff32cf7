import { t } from '@vscode/l10n';
import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import type { RunConfig } from '../run/run';
import { noteOf } from './noteOf';
import type { Reading } from './reading';
import { stabilityOf } from './stabilityOf';

const LARGEST = 'stability.largestSafeRefreshInterval';
/** What follows from the absolute stiffness. */
const FROM_STIFFNESS = `stability.margin, ${LARGEST}`;
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
      noteOf(
        'curvature',
        t('Adam has none, as its step does not grow with the gradient (--optimizer sgd if it was SGD).'),
      ),
    );
  if (isMissing) return notes;
  const also = isSgd(run.config) ? ', curvature' : '';
  return absolute.stiffness === null
    ? [...notes, noteOf(FROM_STIFFNESS + also, t('k is not known, {0}', absolute.reason))]
    : [...notes, ...reserves(reading)];
}

/** The bound curve's reason is that of all that follows from it. */
function withDependants(note: string, { run: { config }, absolute }: Reading): string {
  const stability = stabilityOf(config, absolute) === null ? 'stability' : FROM_STIFFNESS;
  const also = isSgd(config) ? ', curvature' : '';
  return noteOf(`fits.bound, ${stability}${also}`, note.slice(BOUND.length));
}

function reserves({ run: { config }, absolute }: Reading): string[] {
  const sgd = isSgd(config);
  const largest = stabilityOf(config, absolute)?.largestSafeRefreshInterval;
  return [
    sgd
      ? ''
      : noteOf('stability.margin', t('with Adam k is an effective one, and holds near the plateau only.')),
    sgd && !config.has('learningRate')
      ? noteOf('curvature', t('needs the learning rate (--learning-rate).'))
      : '',
    sgd && config.has('learningRate')
      ? noteOf(
          'curvature',
          t('for momentum that averages; where it sums (the default of many SGDs), multiply it by 1 − β.'),
        )
      : '',
    largest === null ? noteOf(LARGEST, t('none is stable at this k.')) : '',
    largest === LARGEST_SEARCHED ? noteOf(LARGEST, t('{0} stands for "at least that".', largest)) : '',
  ].filter((note) => note !== '');
}

/** Whether the run says that its optimizer is SGD; otherwise it counts as Adam. */
export function isSgd(config: RunConfig): boolean {
  return /sgd/i.test(String(config.get('optimizer')?.value));
}
