import type { PictureTrack } from '../../src/report/curvePicture';
import { upperBound } from './decimate';

/** Height of a track at a step, on the straight line between its neighbours; null outside. */
export function alongTrack({ steps, reward }: PictureTrack, step: number): number | null {
  const last = steps.length - 1;
  if (last < 0 || step < steps[0] || step > steps[last]) return null;
  const i = Math.min(Math.max(upperBound(steps, step) - 1, 0), last - 1);
  if (i < 0) return reward[0];
  const share = (step - steps[i]) / (steps[i + 1] - steps[i]);
  return reward[i] + share * (reward[i + 1] - reward[i]);
}
