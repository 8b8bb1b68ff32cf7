import { evaluateCurve } from '../dynamics/evaluateCurve';
import type { CurveName } from '../dynamics/fit';
import type { Series } from '../run/run';
import { alongTrack } from './alongTrack';
import type { CurvePicture } from './curvePicture';
import type { Report } from './report';

/** What the curve leaves over, from all rows of its segment. */
export interface ResidualCheck {
  readonly curve: CurveName;
  readonly count: number;
  /** Standard deviation, reward units. */
  readonly sd: number;
  /** Autocorrelation at 1, 2, … rows apart. */
  readonly autocorrelation: readonly number[];
  /** Within ± this, 95 % of the autocorrelations of independent noise lie: 1.96/√n. */
  readonly bound: number;
}

const MOST_LAGS = 24;
const FEWEST_ROWS = 8;

/**
 * The height of the curve that the constants come from. Exact where it runs in steps; one in optimizer time is read
 * off the picture, straight lines between its places.
 *
 * @param report the Report
 * @param picture the curve for drawing
 * @returns the height at a step, null outside the segment; null where no curve is trusted
 */
export function curveHeight(
  { interpretation, fits, segment }: Report,
  picture: CurvePicture | null,
): ((step: number) => number | null) | null {
  const { curve } = interpretation;
  const fit = curve === null ? null : fits[curve];
  if (curve === null || fit === null) return null;
  const isInside = (step: number): boolean => step >= segment.first && step <= segment.last;
  if (curve !== 'bound' && fit['time'] !== 'optimizer')
    return (step) => (isInside(step) ? evaluateCurve(curve, fit.constants, step - segment.first) : null);
  return picture?.curve === curve ? (step) => alongTrack(picture.fit, step) : null;
}

/**
 * Rewards less the curve, and how far neighbours resemble each other: what a good fit leaves is noise.
 *
 * @param reward all points of the run
 * @param report its Report
 * @param picture its curve for drawing
 * @returns null where no curve is trusted or fewer than 8 rows are left over
 */
export function residualCheck(
  reward: Series,
  report: Report,
  picture: CurvePicture | null,
): ResidualCheck | null {
  const height = curveHeight(report, picture);
  const { curve } = report.interpretation;
  if (height === null || curve === null) return null;
  const residuals: number[] = [];
  for (let i = 0; i < reward.steps.length; i++) {
    const at = height(reward.steps[i]);
    if (at !== null) residuals.push(reward.values[i] - at);
  }
  return residuals.length < FEWEST_ROWS ? null : { curve, ...describe(residuals) };
}

function describe(residuals: readonly number[]): Omit<ResidualCheck, 'curve'> {
  const count = residuals.length;
  const mean = residuals.reduce((sum, r) => sum + r, 0) / count;
  const centred = residuals.map((r) => r - mean);
  const power = centred.reduce((sum, r) => sum + r * r, 0);
  const lags = Math.min(MOST_LAGS, Math.floor(count / 4));
  const autocorrelation = Array.from({ length: lags }, (_, i) => {
    let product = 0;
    for (let k = i + 1; k < count; k++) product += centred[k] * centred[k - i - 1];
    return power > 0 ? product / power : 0;
  });
  return { count, sd: Math.sqrt(power / (count - 1)), autocorrelation, bound: 1.96 / Math.sqrt(count) };
}
