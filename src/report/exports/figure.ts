import type { Series } from '../../run/run';
import type { CurvePicture } from '../curvePicture';
import type { Report } from '../report';

/** What is taken away of one run: its Report, all points, and the fitted curve with its bands where one is trusted. */
export interface Figure {
  readonly report: Report;
  readonly reward: Series;
  readonly picture: CurvePicture | null;
}
