import { t } from '@vscode/l10n';
import { curveWord } from '../dynamics/curveWord';
import type { Estimate } from '../dynamics/estimate';
import { formatStep } from './formatNumber';
import { isOutrun } from './isOutrun';
import { noiseNotes } from './noiseOf';
import { ENOUGH_STEPS, LEAST_LEAD, type Reading } from './reading';
import { isHalfCosine } from './plateauClaim';
import type { Forecast } from './report';
import { plateauIsKnown } from './runState';
import { noteOf } from './noteOf';
import { stiffnessNotes } from './stiffnessNotes';

/** Why each null of the Report is null and how to give what is missing, then what the readers had to say. */
export function writeNotes(reading: Reading, forecast: Forecast | null): string[] {
  const { run, assessment } = reading;
  return [
    ...assessment.reasons,
    ...withheld(reading),
    unknownStart(reading),
    openPlateau(reading),
    absentConstants(reading),
    ...stiffnessNotes(reading),
    ...noiseNotes(reading),
    forecastNote(reading, forecast),
    ...run.notes,
  ].filter((note) => note !== '');
}

function forecastNote({ collapse, fits }: Reading, forecast: Forecast | null): string {
  if (forecast !== null) return '';
  if (fits.n < ENOUGH_STEPS) return noteOf('forecast', t('too early, fewer than {0} steps.', ENOUGH_STEPS));
  if (collapse !== null) return noteOf('forecast', t('no curve holds across a collapse.'));
  return noteOf('forecast', t('the rewards have not moved, so nothing is known of their noise.'));
}

function withheld(reading: Reading): string[] {
  const { fit, assessment, lead, fits } = reading;
  if (fit !== null) return noWay(reading);
  if (assessment.regime === 'too-early' || fits.n < ENOUGH_STEPS) return [t('No constants: too early.')];
  if (assessment.regime === 'no-trend')
    return [t('No constants: a curve without a trend under it has none worth reading.')];
  if (lead < LEAST_LEAD)
    return [
      t('No constants: the best curve beats a constant reward by too little to read anything into it.'),
    ];
  return [
    t('No constants: the best curve ended on the edge of its search, so they are limits, not estimates.'),
  ];
}

/** Why the way to the plateau is not told where the plateau is. */
function noWay(reading: Reading): string[] {
  if (reading.collapse !== null)
    return [
      noteOf(
        'progress, remainingGain',
        t('the run has fallen off the curve that led to its peak, which is what the constants describe.'),
      ),
    ];
  if (!isOutrun(reading)) return [];
  const why =
    reading.tail > 0
      ? t('not assessable: the last rows still rise beyond what the curves say.')
      : t('not assessable: the last rows still fall beyond what the curves say.');
  return [noteOf('progress, remainingGain, riseTime95', why)];
}

/** Why the beginning of a log is not read as the beginning of training. */
function unknownStart({ run, segmentation }: Reading): string {
  if (segmentation.startIsKnown) return '';
  const first = formatStep(run.reward.steps[0]);
  const why =
    segmentation.fitted > 0
      ? t(
          'the fitted segment begins at step {0}, not where training began, so the slope there is anything; curves that begin at rest (inertial, oscillator, bound) are fitted but not read, unless the run rings.',
          first,
        )
      : t(
          'the log begins at step {0}, not where training began, so the slope there is anything; curves that begin at rest (inertial, oscillator, bound) are fitted but not read, unless the run rings.',
          first,
        );
  return noteOf('slowStart, inertia, damping', why);
}

function openPlateau(reading: Reading): string {
  const { fit, rings } = reading;
  if (fit === null) return '';
  if (plateauIsKnown(reading))
    return isOpen(reading.assessment.plateau)
      ? noteOf(
          'progress, remainingGain, riseTime95',
          t('the plateau they are measured against is not bounded.'),
        )
      : '';
  if (isHalfCosine(fit) && !rings)
    return noteOf(
      'plateau, progress, remainingGain, riseTime95, overshoot',
      t('the free oscillator lays half a cosine through the rise; what it says beyond the log is invented.'),
    );
  return noteOf(
    'plateau, progress, remainingGain, riseTime95',
    t('the curves that fit equally well do not agree on them, or they lie too far beyond what was seen.'),
  );
}

function isOpen(plateau: Estimate | null): boolean {
  return plateau?.interval?.includes(null) === true;
}

/** A curve lacks the constants that it has no room for. */
function absentConstants({ fit, segmentation }: Reading): string {
  if (fit === null || fit.derived.damping !== undefined || !segmentation.startIsKnown) return '';
  const hasNone = fit.curve === 'exponential' || fit.curve === 'scheduled';
  return noteOf(
    'slowStart, overshoot, inertia, damping',
    hasNone
      ? t('a single exponential has none of them.')
      : t('the {0} curve does not have all of them.', curveWord(fit.curve)),
  );
}
