import type { PictureTrack } from '../../src/report/curvePicture';
import { formatStep } from '../../src/report/formatNumber';
import type { Replay } from '../../src/report/replayOf';
import type { DrawnBand } from './drawnBands';
import type { DrawnCut, Picture, Point } from './picture';
import { extent, padded, type Range } from './range';

/** What would have been said at an earlier step, as the chart draws it. */
export interface DrawnReplay {
  /** The step itself: it stands before the answer is there. */
  readonly line: DrawnCut;
  readonly fitted: readonly Point[];
  readonly ahead: readonly Point[];
  /** 95 % of single rows, from that step on. */
  readonly band: DrawnBand | null;
}

/** Heights beyond the picture that are made room for, as a share of its own: a forecast further off leaves the chart. */
const ROOM = 0.6;

/** A picture with a replay over it, and room for what it forecast. */
export function withReplay(picture: Picture, step: number | null, replay: Replay | null): Picture {
  if (step === null) return picture;
  const line = { x: step, label: `replay at ${formatStep(step)}` };
  const ahead = replay?.ahead ?? null;
  const row = ahead?.row ?? null;
  return {
    ...picture,
    height: roomFor(
      ahead === null ? [] : [...ahead.reward, ...(row?.low ?? []), ...(row?.high ?? [])],
      picture.height,
    ),
    replay: {
      line,
      fitted: pointsOf(replay?.fit ?? null),
      ahead: pointsOf(ahead),
      band: ahead === null || row === null ? null : { steps: ahead.steps, ...row },
    },
  };
}

function roomFor(heights: readonly number[], height: Range): Range {
  const [low, high] = padded(height, ROOM);
  const within = heights.map((value) => Math.min(high, Math.max(low, value)));
  return extent([...height, ...within]) ?? height;
}

function pointsOf(track: PictureTrack | null): Point[] {
  return track === null ? [] : track.steps.map((x, i) => ({ x, y: track.reward[i] }));
}
