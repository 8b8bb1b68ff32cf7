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
    { kind: 'points', label: 'reward, as logged' },
    ...when(smoothing.kind !== 'none', 'smooth', `${smoothingText(smoothing, rows)}, for display only`),
    ...curve('fit', fit === null ? undefined : `fit: ${fit.label}`),
    ...when(bands !== null && bands.mean.length > 0, 'band', '95 % band of the mean'),
    ...when(bands !== null && bands.row.length > 0, 'row', '95 % of single rows'),
    ...when(forecast !== null, 'forecast', 'forecast'),
    ...when(
      replay !== null && replay.ahead.length + replay.fitted.length > 0,
      'replay',
      'replay: fit and forecast of then, 95 % of single rows',
    ),
    ...curve('ahead', fit === null || fit.ahead.length === 0 ? undefined : 'fit carried on'),
    ...curve('rival', rival === null ? undefined : `rival: ${rival.label}`),
    ...(plateau === null
      ? []
      : [{ kind: 'plateau' as const, label: hasBand(plateau) ? 'plateau, 95 % band' : 'plateau' }]),
    ...when(findings.length > 0, 'finding', 'failure mode seen from here'),
    ...when(cuts.length > 0, 'cut', 'the run is cut; outside the fit, points are fainter'),
  ];
}
