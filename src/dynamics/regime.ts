import { t } from '@vscode/l10n';
import { curveWord } from './curveWord';
import { intervalOf, type Estimate } from './estimate';
import type { CurveName, Fit, FitSet } from './fit';
import { chooseModel, DECISIVE, MECHANISMS, score } from './modelChoice';
import { plateauEstimate } from './plateauEstimate';
import { withoutStart } from './segments/withoutStart';

/** The dynamical regime, by the rules of contract 2. */
export type Regime =
  'too-early' | 'no-trend' | 'oscillatory' | 'critical' | 'overdamped' | 'not-identifiable';

/** What the fits say about the run as a whole; plain data for the Report. */
export interface RegimeAssessment {
  readonly regime: Regime;
  /** Best curve by the autocorrelated BIC; null when a constant or a straight line wins. */
  readonly selected: CurveName | null;
  /** The mechanistic curve all constants come from; null when none was fitted. */
  readonly mechanism: CurveName | null;
  /** A better curve without mechanism, and by how much its autocorrelated BIC is lower. */
  readonly rival: { readonly curve: CurveName; readonly deltaBicAr: number; readonly plateau: number } | null;
  /** Plateau of the mechanism; its interval is widened to those of curves that do as well and disagree. */
  readonly plateau: Estimate | null;
  /** Why this regime, in whole sentences. */
  readonly reasons: readonly string[];
}

/** Fewer steps than this say nothing, whatever they look like. */
const FEWEST_STEPS = 20;
const CRITICAL: readonly [number, number] = [0.8, 1.25];

/**
 * Name the dynamical regime: the first that holds of too early, no trend, oscillatory, critical, overdamped, else not
 * identifiable (contract 2). Where a constant wins, the level is the plateau and is known, so that no curve's open
 * plateau makes a long, flat log "too early"; a straight line has no plateau, and is too early as long as none is bounded.
 * "The exponential is not rejected" holds as well where the scheduled curve is not: it is the same overdamped limit, in
 * optimizer time.
 *
 * @param all everything fitted to one segment
 * @param t its steps
 * @param y its rewards
 * @param startIsKnown whether the segment begins where training began; without, curves that begin at rest are not read
 * @returns regime, selected curve, mechanism and the reasons
 */
export function assessRegime(
  all: FitSet,
  t: Float64Array,
  y: Float64Array,
  startIsKnown = true,
): RegimeAssessment {
  const fits = startIsKnown ? all : withoutStart(all, oscillatory(all, t) !== null);
  const choice = chooseModel(fits);
  const fit = choice.mechanism === null ? null : fits.curves[choice.mechanism];
  const plateau = fit === null ? null : plateauEstimate(fits, fit);
  const best = choice.selected === null ? fit : fits.curves[choice.selected];
  const verdict =
    tooFewSteps(fits, best) ??
    noTrend(choice.trivial, 'constant', fits, fit) ??
    plateauOpen(plateau, y) ??
    noTrend(choice.trivial, 'line', fits, fit) ??
    oscillatory(fits, t) ??
    critical(fits) ??
    overdamped(fits) ??
    notIdentifiable(fits);
  return {
    regime: verdict[0],
    selected: choice.selected,
    mechanism: choice.mechanism,
    rival: rivalOf(choice.selected, fit, fits),
    plateau,
    reasons: [verdict[1]],
  };
}

type Verdict = readonly [Regime, string];

/** Steps are worth what the best curve's residuals say: those of a misfit carry over because the curve is wrong. */
function tooFewSteps(fits: FitSet, fit: Fit | null): Verdict | null {
  if (fits.n < FEWEST_STEPS)
    return [
      'too-early',
      fits.n === 1
        ? t('{0} step; at least {1} are needed for any verdict.', fits.n, FEWEST_STEPS)
        : t('{0} steps; at least {1} are needed for any verdict.', fits.n, FEWEST_STEPS),
    ];
  if (fit === null || fit.effectiveN === null) return null;
  const needed = Object.keys(fit.constants).length + 2;
  if (fit.effectiveN > needed) return null;
  const worth = Math.max(1, Math.round(fit.effectiveN));
  return [
    'too-early',
    t(
      'The noise is so autocorrelated that {0} steps are worth about {1} independent ones; more than {2} are needed.',
      ...[fits.n, worth, needed],
    ),
  ];
}

function noTrend(
  winner: 'constant' | 'line' | null,
  trivial: 'constant' | 'line',
  fits: FitSet,
  fit: Fit | null,
): Verdict | null {
  if (winner !== trivial) return null;
  const what = trivial === 'constant' ? t('A constant reward') : t('A straight line');
  if (fit === null || fit.bicAr === null || fits[trivial].bicAr === null)
    return ['no-trend', t('{0} describes the log exactly.', what)];
  const by = (fit.bicAr - score(fits[trivial])).toFixed(1);
  return [
    'no-trend',
    t('{0} describes the log better than any curve (autocorrelated BIC lower by {1}).', what, by),
  ];
}

/** A plateau of which nothing can be said within the range of what was seen. */
function plateauOpen(plateau: Estimate | null, y: Float64Array): Verdict | null {
  if (plateau === null || plateau.interval === null) return null;
  const [low, high] = plateau.interval;
  if (low === null || high === null)
    return [
      'too-early',
      t('The log does not bound the plateau: it may lie anywhere beyond one end of its interval.'),
    ];
  const finite = y.filter(Number.isFinite);
  const range = finite.reduce((a, b) => Math.max(a, b)) - finite.reduce((a, b) => Math.min(a, b));
  if (high - low <= range) return null;
  return ['too-early', t('The plateau is uncertain by more than the whole range of rewards seen so far.')];
}

function oscillatory(fits: FitSet, times: Float64Array): Verdict | null {
  const { oscillator, exponential, inertial, scheduled, logistic, hill } = fits.curves;
  const zeta = intervalOf(oscillator, 'zeta');
  const period = oscillator?.derived.period?.value;
  if (oscillator === null || oscillator.atBound || zeta === null || period === undefined) return null;
  if (zeta[1] === null || zeta[1] >= 1 || times[times.length - 1] - times[0] < period) return null;
  const rivals = [exponential, inertial, scheduled, logistic, hill, fits.constant, fits.line].filter(
    (fit) => fit !== null,
  );
  const lead = Math.min(...rivals.map((fit) => score(fit) - score(oscillator)));
  if (!(lead >= DECISIVE)) return null;
  return [
    'oscillatory',
    t(
      'The damping ratio is below 1 (95 % up to {0}), at least one full swing is in view, and no curve without ringing comes close (autocorrelated BIC lower by {1}).',
      ...[zeta[1].toPrecision(2), lead.toFixed(1)],
    ),
  ];
}

function critical(fits: FitSet): Verdict | null {
  const zeta = intervalOf(fits.curves.oscillator, 'zeta');
  if (zeta === null || zeta[0] === null || zeta[1] === null) return null;
  if (zeta[0] < CRITICAL[0] || zeta[1] > CRITICAL[1]) return null;
  return [
    'critical',
    t(
      'The damping ratio lies between {0} and {1}: as fast as possible without ringing.',
      ...[zeta[0].toPrecision(2), zeta[1].toPrecision(2)],
    ),
  ];
}

function overdamped(fits: FitSet): Verdict | null {
  const { exponential, inertial, oscillator } = fits.curves;
  const zeta = intervalOf(oscillator, 'zeta');
  if (zeta !== null && zeta[0] !== null && zeta[0] > 1)
    return [
      'overdamped',
      t('The damping ratio is above 1 (95 % from {0}): no ringing.', zeta[0].toPrecision(2)),
    ];
  if (exponential === null) return null;
  // In optimizer time it is the same limit: a schedule that bends the curve is no slow start.
  const { scheduled, bound } = fits.curves;
  const limit = Math.min(score(exponential), scheduled === null ? Infinity : score(scheduled));
  const wider = [inertial, oscillator, bound].filter((fit) => fit !== null);
  const lead = Math.max(0, ...wider.map((fit) => limit - score(fit)));
  if (lead >= DECISIVE) return null;
  return ['overdamped', exponentialSaid(fits, limit)];
}

/** The exponential may be beaten all the same, by a curve that says nothing of damping. */
function exponentialSaid({ curves: { logistic, hill } }: FitSet, limit: number): string {
  const rivals = [logistic, hill].filter((fit) => fit !== null).sort((a, b) => score(a) - score(b));
  const lead = rivals.length === 0 ? 0 : limit - score(rivals[0]);
  if (!(lead >= DECISIVE)) return t('Neither a slow start nor ringing improves on a single exponential.');
  return t(
    'Neither a slow start nor ringing improves on a single exponential, though a curve without mechanism ({0}) fits better (autocorrelated BIC lower by {1}).',
    ...[curveWord(rivals[0].curve), lead.toFixed(1)],
  );
}

function notIdentifiable(fits: FitSet): Verdict {
  const zeta = intervalOf(fits.curves.oscillator, 'zeta');
  if (zeta === null) return ['not-identifiable', t('The damping ratio cannot be told from this log.')];
  const [low, high] = zeta.map((end) => (end === null ? null : end.toPrecision(2)));
  const range =
    low === null
      ? high === null
        ? t('any damping ratio')
        : t('damping ratios up to {0}', high)
      : high === null
        ? t('damping ratios from {0} on', low)
        : t('damping ratios from {0} to {1}', low, high);
  return ['not-identifiable', t('The log allows {0}: ringing or not cannot be told.', range)];
}

function rivalOf(selected: CurveName | null, fit: Fit | null, fits: FitSet): RegimeAssessment['rival'] {
  if (selected === null || fit === null || MECHANISMS.includes(selected)) return null;
  const rival = fits.curves[selected];
  if (rival === null || rival.bicAr === null || fit.bicAr === null) return null;
  return {
    curve: selected,
    deltaBicAr: fit.bicAr - rival.bicAr,
    plateau: rival.constants['plateau'],
  };
}
