import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import type { RunConfig } from '../run/run';
import type { Reading } from './reading';
import { stabilityOf } from './stabilityOf';

/** Flags of what thresholds need. */
const FLAGS = { beta1: '--beta1', refreshInterval: '--refresh-interval' } as const;

/** Why what follows from the absolute stiffness is null, or with what reserve it stands, and how to give what is missing. */
export function stiffnessNotes(reading: Reading): string[] {
  return [...stabilityNotes(reading), curvatureNote(reading)].filter((note) => note !== '');
}

function stabilityNotes({ run: { config }, absolute, fits }: Reading): string[] {
  const stability = stabilityOf(config, absolute);
  if (stability === null) return [`stability: needs momentum and refresh interval${missing(config)}.`];
  if (absolute.stiffness === null)
    return fits.curves.bound === null
      ? []
      : [`stability.margin, stability.largestSafeRefreshInterval: no absolute stiffness, ${absolute.reason}`];
  const { largestSafeRefreshInterval: largest } = stability;
  return [
    isSgd(config)
      ? ''
      : 'stability.margin: with Adam k is effective, ηκ/σ_g, and its threshold a local estimate near the plateau.',
    largest === null
      ? 'stability.largestSafeRefreshInterval: no refresh interval is stable at this stiffness.'
      : '',
    largest === LARGEST_SEARCHED
      ? `stability.largestSafeRefreshInterval: at least ${LARGEST_SEARCHED}, where the search ends.`
      : '',
  ];
}

function curvatureNote({ run: { config }, absolute, fits }: Reading): string {
  if (!isSgd(config))
    return 'curvature: not defined for Adam, whose stiffness is ηκ/σ_g with σ_g the scatter of the gradient (give --optimizer sgd where it was SGD).';
  if (absolute.stiffness === null)
    return fits.curves.bound === null ? '' : `curvature: no absolute stiffness, ${absolute.reason}`;
  if (!config.has('learningRate')) return 'curvature: needs the learning rate (give --learning-rate).';
  return 'curvature: κ = k/η for momentum as an average; where momentum is not damped (the default of many SGDs), multiply it by 1 − β.';
}

/** Whether the run says that its optimizer is SGD; otherwise it counts as Adam. */
export function isSgd(config: RunConfig): boolean {
  return /sgd/i.test(String(config.get('optimizer')?.value));
}

function missing(config: RunConfig): string {
  const flags = Object.entries(FLAGS).flatMap(([name, flag]) => (config.has(name) ? [] : [flag]));
  return flags.length === 0
    ? ', which are outside of what the theory holds for'
    : ` (give ${flags.join(', ')})`;
}
