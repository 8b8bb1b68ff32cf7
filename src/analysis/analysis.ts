import type { CurvePicture, PictureTrack } from '../report/curvePicture';
import type { Report } from '../report/report';
import type { ResidualCheck } from '../report/residualCheck';
import type { WhatIf } from '../report/whatIfOf';
import type { Series } from '../run/run';

/** One analysed run: the Report, and the series a picture needs (all points after the step rule). */
export interface Analysis {
  readonly report: Report;
  readonly reward: Series;
  /** The curve with its bands, for the panel; null where no curve is trusted. */
  readonly picture: CurvePicture | null;
  /** What is forecast, whatever curve is trusted; null where nothing is. */
  readonly outlook: PictureTrack | null;
  /** What the curve leaves over, from all points; null where no curve is trusted. */
  readonly residuals: ResidualCheck | null;
  /** Evidence metrics by canonical name. */
  readonly series: ReadonlyMap<string, Series>;
  /** What the panel needs to tell of other settings. */
  readonly whatIf: WhatIf;
}
