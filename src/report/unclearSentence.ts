import { t } from '@vscode/l10n';
import { meanOf } from '../dynamics/means';
import type { Run } from '../run/run';
import { curveInWords } from './curveInWords';
import { formatCount, formatStep } from './formatNumber';
import { fromTo, levelText as level } from './levelText';
import { claimedLevel, near } from './plateauInWords';
import type { Reading } from './reading';
import type { Forecast } from './report';
import type { Wait } from './wait';

/** What the rows themselves say of their level: the curve's own end may stand beside them. */
function meanOfLast({ reward: { values } }: Run, count: number): number {
  return meanOf(values, values.length - count, values.length);
}

/** The first sentence of a run of which neither rows nor curves tell where it goes. */
export function unclearSentence(reading: Reading, forecast: Forecast | null, wait: Wait): string {
  const { start, now, levelRows, assessment, run } = reading;
  if (
    (assessment.regime === 'too-early' || assessment.selected === null) &&
    levelRows !== null &&
    now > start
  )
    return t(
      'Level near {0} for the last {1} steps, up from {2}; no curve bounds the plateau yet. {3}',
      ...[level(meanOfLast(run, levelRows), reading), formatCount(levelRows), level(start, reading)],
      wait(whileLevel(forecast)),
    );
  if (now < start && level(now, reading) !== level(start, reading))
    return t(
      'Has slipped, {0}, not by enough to be sure that it falls. Look for the cause, or go back to a checkpoint near the peak.',
      fromTo(reading),
    );
  return byCurves(reading, wait(t('Let it run a while and look again.')));
}

/** Rows that stand level advise to stop, unless the forecast is sure of more. */
function whileLevel(forecast: Forecast | null): string {
  return forecast?.worthContinuing === 'yes'
    ? t(
        'Yet the forecast sees more to come by step {0}: let it run and look again.',
        formatStep(forecast.atStep),
      )
    : t('Let it run on only if that is not enough, and look again.');
}

/** What the curves say of a run whose rows do not tell where it goes. */
function byCurves(reading: Reading, again: string): string {
  const { claims, start } = reading;
  const bent = claims.filter(({ isOpen }) => !isOpen);
  if (bent.length === 0)
    return t(
      'Unclear, {0}: no curve describes this reward well enough to say where it goes. {1}',
      ...[fromTo(reading), again],
    );
  const directions = new Set(claims.map(({ plateau }) => plateau > start));
  if (directions.size > 1)
    return t(
      'Unclear, {0}: curves that fit equally well disagree whether the reward rises or falls from here. {1}',
      ...[fromTo(reading), again],
    );
  if (claims.length === 1)
    return t(
      'Level or still rising, {0}: {3}, which fits best, puts the plateau {1}. {2}',
      ...[fromTo(reading), claimedLevel(claims[0], reading), again, curveInWords(claims[0].curve)],
    );
  const args = [fromTo(reading), near(bent, reading), again];
  return bent.length < claims.length
    ? t(
        'Level or still rising, {0}: curves that fit equally well put the plateau {1}, or see no end yet. {2}',
        ...args,
      )
    : t('Level or still rising, {0}: curves that fit equally well put the plateau {1}. {2}', ...args);
}
