import { onPath } from '../dynamics/onPath';
import type { PictureTrack } from './curvePicture';

/** Height of a track at a step, on the straight line between its neighbours; null outside. */
export function alongTrack({ steps, reward }: PictureTrack, step: number): number | null {
  if (steps.length === 0 || step < steps[0] || step > steps[steps.length - 1]) return null;
  return onPath({ t: steps, values: reward }, step);
}
