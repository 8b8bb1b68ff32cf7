import { t } from '@vscode/l10n';
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
  return t(
    'The plateau answers to the reward, the prompts and the KL coefficient; learning rate, momentum and refresh interval change how it is reached, not where it is.',
  );
}

function paceLever({ run, rings }: Reading, { timescale }: Numbers): string {
  if (timescale === null) return '';
  // Past the onset of ringing the envelope is the momentum's (theory.md §2: γ/2m), whatever the stiffness.
  if (rings)
    return t(
      'How fast the swings fade is mostly up to the momentum; halving the learning rate makes each of them longer and multiplies the damping ratio by about 1.4, so that fewer are seen.',
    );
  if (!isSgd(run.config))
    return t(
      'Near the plateau, halving the learning rate doubles the timescale; with Adam a larger group speeds it up too (as √G), and far from the plateau steps are about as long as the learning rate whatever the stiffness.',
    );
  return t('Halving the learning rate doubles the timescale; the group size does not change it.');
}

/** The fitted slow start beside the memory of the momentum itself. */
function inertia({ run, rings }: Reading, { inertia: fitted }: Numbers): string {
  const settings = dynamicsSettings(run);
  const perStep = optimizerStepsPerStep(settings);
  if (fitted === null || rings || settings.beta === null || perStep === null) return '';
  if (!(settings.beta >= 0 && settings.beta < 1)) return '';
  const steps = formatQuantity(fitted, { terse: true });
  if (settings.optimizer === 'adam')
    return t(
      'Fitted inertia {0}; momentum explains none of it, because Adam corrects for its empty buffer: warm-up, or a start far from the plateau, does.',
      steps,
    );
  const memory = settings.beta / (1 - settings.beta) / perStep;
  const args = [steps, roughSteps(memory), formatNumber(settings.beta, 3)];
  return memory < fitted.value
    ? t(
        'Fitted inertia {0}; momentum explains {3} of them (β/(1−β) = {1} at β = {2}). A start far from the plateau explains the rest.',
        ...[...args, formatNumber(memory)],
      )
    : t(
        'Fitted inertia {0}; momentum explains all of them (β/(1−β) = {1} at β = {2}). A start far from the plateau explains the rest.',
        ...args,
      );
}

function stiffness({ absolute, run: { config } }: Reading): string {
  if (absolute.stiffness === null) return '';
  const { value, interval } = absolute.stiffness;
  const k = formatQuantity({ value, interval, unit: 'per optimizer step' });
  const is = isSgd(config)
    ? t('Stiffness {0}', k)
    : t('Effective stiffness (ηκ/σ_g, with Adam a local estimate) {0}', k);
  const stability = stabilityOf(config, absolute);
  if (stability === null || stability.margin === null) return t('{0}.', is);
  const margin = formatQuantity({ value: stability.margin, interval: stability.marginInterval, unit: '' });
  return toLoseStability(is, margin, stability.largestSafeRefreshInterval);
}

function toLoseStability(is: string, margin: string, largest: number | null): string {
  if (largest === null)
    return t(
      '{0}; it would take {1} times that, and so that much more learning rate, to lose stability.',
      ...[is, margin],
    );
  return largest === LARGEST_SEARCHED
    ? t(
        '{0}; it would take {1} times that, and so that much more learning rate, to lose stability; rollouts could be reused for any number of steps.',
        ...[is, margin],
      )
    : t(
        '{0}; it would take {1} times that, and so that much more learning rate, to lose stability; rollouts could be reused for up to {2} steps.',
        ...[is, margin, formatCount(largest)],
      );
}

function curvature({ curvature: kappa }: Numbers): string {
  if (kappa === null) return '';
  return t('Curvature {0}: times another learning rate it gives the stiffness there.', formatQuantity(kappa));
}

/** Both readings of a level end are open where neither kind of curve is rejected. */
function eitherRead(reading: Reading, { state }: Numbers): string {
  const { rateRanOut } = reading;
  if (rateRanOut === null || state !== 'plateaued') return '';
  const goal = fittedLevel(
    { value: rateRanOut.plateau, interval: rateRanOut.interval, unit: 'reward' },
    reading,
  );
  return t(
    'The learning rate is down to {0} of its peak: whether the reward has arrived or the schedule stopped it cannot be told from this log; in the second case it was heading for {1}.',
    ...[shareText(rateRanOut.left), goal],
  );
}
