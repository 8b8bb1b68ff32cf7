import type { Report } from '../report/report';
import type { Series } from '../run/run';

/** One analysed run: the Report, and the series a picture needs (all points after the step rule). */
export interface Analysis {
  readonly report: Report;
  readonly reward: Series;
  /** Evidence metrics by canonical name. */
  readonly series: ReadonlyMap<string, Series>;
}
