import type { PictureTrack } from '../../src/report/curvePicture';
import type { Point } from './drawnPicture';

/** A track as points in data units; none where there is no track. */
export function pointsOf(track: PictureTrack | null): Point[] {
  return track === null ? [] : track.steps.map((x, i) => ({ x, y: track.reward[i] }));
}
