import type { CurvePicture, PictureBand, PictureTrack } from '../../src/report/curvePicture';

/** A band as rows of points, data units. */
export interface DrawnBand extends PictureBand {
  readonly steps: readonly number[];
}

/** The two bands around the fit, each in one piece within the log and one beyond it. */
export interface DrawnBands {
  /** 95 % of the mean. */
  readonly mean: readonly DrawnBand[];
  /** 95 % of one logged row. */
  readonly row: readonly DrawnBand[];
}

/** The bands of the host's picture; null where it has none. */
export function drawnBands({ fit, ahead }: CurvePicture): DrawnBands | null {
  const pieces = (of: 'band' | 'row'): DrawnBand[] =>
    [fit, ahead].flatMap((track) => (track === null ? [] : pieceOf(track, track[of])));
  const bands = { mean: pieces('band'), row: pieces('row') };
  return bands.mean.length + bands.row.length === 0 ? null : bands;
}

function pieceOf({ steps }: PictureTrack, band: PictureBand | null): DrawnBand[] {
  return band === null ? [] : [{ steps, ...band }];
}
