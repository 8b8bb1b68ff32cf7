import { t } from '@vscode/l10n';
import { formatStep } from '../../src/report/formatNumber';
import type { Replay } from '../../src/report/replayOf';
import type { Picture } from './drawnPicture';
import { extent, padded, type Range } from './range';
import { pointsOf } from './trackPoints';

/** Heights beyond the picture that are made room for, as a share of its own: a forecast further off leaves the chart. */
const ROOM = 0.6;

/** A picture with a replay over it, and room for what it forecast. */
export function withReplay(picture: Picture, step: number | null, replay: Replay | null): Picture {
  if (step === null) return picture;
  const line = { x: step, label: t('replay at {0}', formatStep(step)) };
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
