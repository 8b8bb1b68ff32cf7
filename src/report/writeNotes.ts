import type { Estimate } from '../dynamics/estimate';
import { ENOUGH_STEPS, LEAST_LEAD, type Reading } from './reading';
import { isHalfCosine } from './plateauClaim';
import { plateauIsKnown } from './runState';
import { stiffnessNotes } from './stiffnessNotes';

/** Why each null of the Report is null and how to give what is missing, then what the readers had to say. */
export function writeNotes(reading: Reading): string[] {
  const { run, fits, assessment } = reading;
  return [
    ...assessment.reasons,
    ...withheld(reading),
    intervals(reading),
    openPlateau(reading),
    absentConstants(reading),
    ...stiffnessNotes(reading),
    'forecast: not computed by this version.',
    ...fits.notes,
    ...run.notes,
  ].filter((note) => note !== '');
}

function withheld({ collapse, fit, assessment, lead, fits }: Reading): string[] {
  if (collapse !== null)
    return [
      'No constants: one curve through a rise and a fall would mean nothing. They are given up to a step with --until.',
    ];
  if (fit !== null) return [];
  if (assessment.regime === 'too-early' || fits.n < ENOUGH_STEPS) return ['No constants: too early.'];
  if (assessment.regime === 'no-trend')
    return ['No constants: a curve without a trend under it has none worth reading.'];
  if (lead < LEAST_LEAD)
    return ['No constants: the best curve beats a constant reward by too little to read anything into it.'];
  return ['No constants: the best curve ended on the edge of its search, so they are limits, not estimates.'];
}

function intervals({ fit }: Reading): string {
  if (fit === null || Object.keys(fit.intervals).length > 0) return '';
  return 'No intervals yet: this version gives best values only.';
}

function openPlateau(reading: Reading): string {
  const { fit, rings } = reading;
  if (fit === null) return '';
  if (plateauIsKnown(reading))
    return isOpen(reading.assessment.plateau)
      ? 'progress, remainingGain, riseTime95: the plateau they are measured against is not bounded.'
      : '';
  if (isHalfCosine(fit) && !rings)
    return 'plateau, progress, remainingGain, riseTime95, overshoot: the free oscillator lays half a cosine through the rise; what it says beyond the log is invented.';
  return 'plateau, progress, remainingGain, riseTime95: the curves that fit equally well do not agree on them, or they lie too far beyond what was seen.';
}

function isOpen(plateau: Estimate | null): boolean {
  return plateau?.interval?.includes(null) === true;
}

/** A curve lacks the constants that it has no room for. */
function absentConstants({ fit }: Reading): string {
  if (fit === null || fit.derived.damping !== undefined) return '';
  return `slowStart, overshoot, inertia, damping: ${fit.curve === 'exponential' || fit.curve === 'scheduled' ? 'a single exponential has none of them' : `the ${fit.curve} curve does not have all of them`}.`;
}
