import { optimizerStepsPerStep } from '../dynamics/curves/segmentCurves';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import { LARGEST_SEARCHED } from '../dynamics/thresholds/largestSafeRefreshInterval';
import { formatCount, formatNumber, roughSteps } from './formatNumber';
import { shareText } from './firstSentenceOf';
import { fittedLevel } from './plateauInWords';
import { formatQuantity } from './formatQuantity';
import type { Numbers } from './interpret';
import type { Reading } from './reading';
import { stabilityOf } from './stabilityOf';
import { isSgd } from './stiffnessNotes';

/**
 * What each constant answers to: which hyperparameter moves it, and by how much (theory.md §1, §5b). For Adam only what
 * may be claimed of it.
 */
export function leverSentences(reading: Reading, numbers: Numbers): string[] {
  return [
    plateauLever(numbers),
    paceLever(reading, numbers),
    inertia(reading, numbers),
    stiffness(reading),
    curvature(numbers),
    eitherRead(reading, numbers),
  ].filter((sentence) => sentence !== '');
}

function plateauLever({ plateau, state }: Numbers): string {
  if (plateau === null || state === 'plateaued-learning-rate') return '';
  return 'The plateau answers to the reward, the prompts and the KL coefficient; learning rate, momentum and refresh interval change how it is reached, not where it is.';
}

function paceLever({ run, rings }: Reading, { timescale }: Numbers): string {
  if (timescale === null) return '';
  // Past the onset of ringing the envelope is the momentum's (theory.md §2: γ/2m), whatever the stiffness.
  if (rings)
    return 'How fast the swings fade is mostly up to the momentum; halving the learning rate makes each of them longer and multiplies the damping ratio by about 1.4, so that fewer are seen.';
  if (!isSgd(run.config))
    return 'Near the plateau, halving the learning rate doubles the timescale; with Adam a larger group speeds it up too (as √G), and far from the plateau steps are about as long as the learning rate whatever the stiffness.';
  return 'Halving the learning rate doubles the timescale; the group size does not change it.';
}

/** The fitted slow start beside the memory of the momentum itself. */
function inertia({ run, rings }: Reading, { inertia: fitted }: Numbers): string {
  const settings = dynamicsSettings(run);
  const perStep = optimizerStepsPerStep(settings);
  if (fitted === null || rings || settings.beta === null || perStep === null) return '';
  if (!(settings.beta >= 0 && settings.beta < 1)) return '';
  const steps = formatQuantity(fitted, { terse: true });
  if (settings.optimizer === 'adam')
    return `Fitted inertia ${steps}; momentum explains none of it, because Adam corrects for its empty buffer: warm-up, or a start far from the plateau, does.`;
  const memory = settings.beta / (1 - settings.beta) / perStep;
  const share = memory < fitted.value ? `${formatNumber(memory)} of them` : 'all of them';
  return `Fitted inertia ${steps}; momentum explains ${share} (β/(1−β) = ${roughSteps(memory)} at β = ${formatNumber(settings.beta, 3)}). A start far from the plateau explains the rest.`;
}

function stiffness({ absolute, run: { config } }: Reading): string {
  if (absolute.stiffness === null) return '';
  const { value, interval } = absolute.stiffness;
  const k = formatQuantity({ value, interval, unit: 'per optimizer step' });
  const kind = isSgd(config) ? 'Stiffness' : 'Effective stiffness (ηκ/σ_g, with Adam a local estimate)';
  const stability = stabilityOf(config, absolute);
  if (stability === null || stability.margin === null) return `${kind} ${k}.`;
  const margin = formatQuantity({ value: stability.margin, interval: stability.marginInterval, unit: '' });
  const { largestSafeRefreshInterval: largest } = stability;
  const most = largest === LARGEST_SEARCHED ? 'any number of' : `up to ${formatCount(largest ?? 0)}`;
  const safe = largest === null ? '' : `; rollouts could be reused for ${most} steps`;
  return `${kind} ${k}; it would take ${margin} times that, and so that much more learning rate, to lose stability${safe}.`;
}

function curvature({ curvature: kappa }: Numbers): string {
  if (kappa === null) return '';
  return `Curvature ${formatQuantity(kappa)}: times another learning rate it gives the stiffness there.`;
}

/** Both readings of a level end are open where neither kind of curve is rejected. */
function eitherRead(reading: Reading, { state }: Numbers): string {
  const { rateRanOut } = reading;
  if (rateRanOut === null || state !== 'plateaued') return '';
  const goal = fittedLevel(
    { value: rateRanOut.plateau, interval: rateRanOut.interval, unit: 'reward' },
    reading,
  );
  return `The learning rate is down to ${shareText(rateRanOut.left)} of its peak: whether the reward has arrived or the schedule stopped it cannot be told from this log; in the second case it was heading for ${goal}.`;
}
