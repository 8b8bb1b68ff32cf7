import type { PanelPoints, PanelSeries } from '../../src/protocol';
import type { AnalysisMessage } from '../store';
import { axisFrom, stepAxis, type Axis } from './axis';
import { legalHeights, type HeightKind } from './heightScale';
import type { Picture } from './drawnPicture';
import { pictureOf } from './picture';

/** All that the chart shows of a run. */
export interface ChartData {
  readonly points: PanelPoints;
  readonly picture: Picture;
  readonly series: readonly PanelSeries[];
  /** What the horizontal axis can count; the step first. */
  readonly axes: readonly Axis[];
  readonly heights: readonly HeightKind[];
}

/** The chart of what the host has said so far. */
export function chartData(points: PanelPoints, analysis: AnalysisMessage | null): ChartData {
  const picture = pictureOf(points, analysis?.report ?? null, analysis?.picture ?? null);
  return {
    points,
    picture,
    series: analysis?.series ?? [],
    axes: [stepAxis(picture.xTitle), ...(analysis?.axes ?? []).map(axisFrom)],
    heights: legalHeights(picture.logged),
  };
}
