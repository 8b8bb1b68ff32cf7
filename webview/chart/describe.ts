import { t } from '@vscode/l10n';
import { formatCount } from '../../src/report/formatNumber';
import { commaList } from '../../src/run/listInWords';
import type { PanelPoints } from '../../src/protocol';
import type { Picture } from './drawnPicture';

/** The curve in one sentence, for whoever does not see it. */
export function describe(points: PanelPoints, picture: Picture): string {
  const { fit, plateau, bands, markers, findings } = picture;
  const forecast = markers.find(({ kind }) => kind === 'horizon');
  return commaList([
    t('Reward by step, {0} points', formatCount(points.steps.length)),
    ...(fit === null ? [] : [t('with the {0} fit', fit.label)]),
    ...(bands === null ? [] : [t('with 95 % bands of its mean and of single rows')]),
    ...(plateau === null ? [] : [t('plateau {0}', plateau.label)]),
    ...(forecast === undefined ? [] : [forecast.label]),
    ...findings.map(({ label }) => label),
  ]);
}

/** How many of the points of all runs that are shown are drawn, where it is not all of them. */
export function amountText(
  drawn: { readonly count: number; readonly of: number },
  runs: readonly PanelPoints[],
): string {
  const sent = runs.reduce((sum, { steps }) => sum + steps.length, 0);
  const total = runs.reduce((sum, { steps, total }) => sum + (total ?? steps.length), 0);
  if (drawn.count >= drawn.of && total === sent) return '';
  const values = [formatCount(drawn.count), formatCount(drawn.of)];
  return total > sent
    ? t('drawing {0} of {1} points, thinned from {2}; all points were fitted', ...values, formatCount(total))
    : t('drawing {0} of {1} points; all points were fitted', ...values);
}
