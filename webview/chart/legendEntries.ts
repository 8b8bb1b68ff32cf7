import { t } from '@vscode/l10n';
import type { DrawnPlateau, Picture } from './drawnPicture';
import { smoothingText, type Smoothing } from './smoothing';

/** One entry of the legend: the drawing's class decides its colour, dash and marker tell it apart without one. */
export interface LegendEntry {
  readonly kind:
    | 'points'
    | 'fit'
    | 'band'
    | 'row'
    | 'ahead'
    | 'forecast'
    | 'rival'
    | 'plateau'
    | 'smooth'
    | 'finding'
    | 'replay'
    | 'cut';
  readonly label: string;
}

function hasBand({ interval }: DrawnPlateau): boolean {
  return interval?.some((end) => end !== null) === true;
}

/**
 * What the legend names, in the order drawn; `rows` are those that are smoothed. Markers are not among it: each bears
 * its name above the chart.
 */
export function legendEntries(picture: Picture, smoothing: Smoothing, rows: number): LegendEntry[] {
  const { fit, rival, plateau, bands, forecast, findings, cuts, replay } = picture;
  const curve = (kind: 'fit' | 'rival' | 'ahead', label: string | undefined): LegendEntry[] =>
    label === undefined ? [] : [{ kind, label }];
  const when = (is: boolean, kind: LegendEntry['kind'], label: string): LegendEntry[] =>
    is ? [{ kind, label }] : [];
  return [
    { kind: 'points', label: t('reward, as logged') },
    ...when(smoothing.kind !== 'none', 'smooth', t('{0}, for display only', smoothingText(smoothing, rows))),
    ...curve('fit', fit === null ? undefined : t('fit: {0}', fit.label)),
    ...when(bands !== null && bands.mean.length > 0, 'band', t('95 % band of the mean')),
    ...when(bands !== null && bands.row.length > 0, 'row', t('95 % of single rows')),
    ...when(forecast !== null, 'forecast', t('forecast')),
    ...when(
      replay !== null && replay.ahead.length + replay.fitted.length > 0,
      'replay',
      t('replay: fit and forecast of then, 95 % of single rows'),
    ),
    ...curve('ahead', fit === null || fit.ahead.length === 0 ? undefined : t('fit carried on')),
    ...curve('rival', rival === null ? undefined : t('rival: {0}', rival.label)),
    ...(plateau === null
      ? []
      : [{ kind: 'plateau' as const, label: hasBand(plateau) ? t('plateau, 95 % band') : t('plateau') }]),
    ...when(findings.length > 0, 'finding', t('failure mode seen from here')),
    ...when(cuts.length > 0, 'cut', t('the run is cut; outside the fit, points are fainter')),
  ];
}
