import { t } from '@vscode/l10n';
import { curveWord } from './curveWord';
import type { CurveName } from './fit';

/** What is said of points that no fit can use. */
export function leftOutNote(left: number, largest: number): string {
  return t(
    '{0} points were left out of the fits: step or reward is not finite, or above {1}.',
    ...[left, largest],
  );
}

/** What is said of steps in another order. */
export function sortedNote(): string {
  return t('Steps were not in ascending order; they were sorted for the fits.');
}

/** What is said of steps that come more than once. */
export function averagedNote(count: number): string {
  return t('{0} repeated steps were averaged for the fits.', count);
}

/** A curve with more constants than the points tell. */
export function tooFewPointsNote(curve: CurveName, points: number, constants: number): string {
  return t('{0}: {1} points do not determine {2} constants.', curveWord(curve), points, constants);
}

/** Why no curve is fitted at all. */
export const NOTHING_TO_FIT = {
  none: () => t('There is no finite reward to fit.'),
  constant: () => t('The reward is constant: there is no curve to fit.'),
  tiny: () => t('Rewards vary too little to be squared: no curve was fitted.'),
} as const;
