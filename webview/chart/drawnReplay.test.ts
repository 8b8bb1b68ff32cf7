import { expect, it } from 'vitest';
import type { Replay } from '../../src/report/replayOf';
import { withReplay } from './drawnReplay';
import { legendEntries } from './legendEntries';
import { pictureOf } from './picture';

const PICTURE = pictureOf({ steps: [0, 1, 2, 3], rewards: [0, 0.5, 0.8, 1], lines: null }, null);
const replay = (reward: number): Replay => ({
  step: 1,
  rows: 2,
  sentence: 'Rising.',
  isTooEarly: false,
  fit: { steps: [0, 1], reward: [0, 0.5], band: null, row: null },
  ahead: { steps: [2, 3], reward: [0.6, reward], band: null, row: { low: [0.5, 0.5], high: [0.7, reward] } },
  check: null,
  why: null,
});
const kinds = (picture: typeof PICTURE): string[] =>
  legendEntries(picture, { kind: 'none', strength: 0 }, 4).map(({ kind }) => kind);

it('changes nothing where nothing is replayed', () => expect(withReplay(PICTURE, null, null)).toBe(PICTURE));

it('draws the step at once, and is no cut of the run', () => {
  const waiting = withReplay(PICTURE, 1, null);
  expect(waiting.replay?.line).toEqual({ x: 1, label: 'replay at 1' });
  expect(waiting.height).toEqual(PICTURE.height);
  expect(kinds(waiting)).toEqual(kinds(PICTURE));
});

it.each([
  [0.9, PICTURE.height[1]],
  [1.3, 1.3],
  // Further off than there is room for.
  [40, PICTURE.height[1] + 0.6 * (PICTURE.height[1] - PICTURE.height[0])],
])('a forecast of %d reaches up to %d', (reward, top) => {
  const shown = withReplay(PICTURE, 1, replay(reward));
  expect(shown.height[1]).toBeCloseTo(top, 9);
  expect(shown.replay?.ahead.at(-1)).toEqual({ x: 3, y: reward });
  expect(kinds(shown)).toContain('replay');
});
