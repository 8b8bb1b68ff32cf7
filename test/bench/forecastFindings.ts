import type { Replay } from './forecast';
import { standings } from './forecastTable';

/** Replays under the name of their table. */
export type ReplaySet = readonly [title: string, replays: readonly Replay[]];

const AIM = 0.85;

/** How often our band reaches 85 %, and where another method is better beyond chance. */
export function againstUs(sets: readonly ReplaySet[]): string {
  const cells = sets.flatMap(([title, replays]) =>
    standings(replays).map((standing) => ({ title: title.toLowerCase(), ...standing })),
  );
  const reached = cells.filter(({ coverage }) => coverage >= AIM).length;
  const worse = cells.flatMap(({ title, cut, betterMethods }) =>
    betterMethods.map((method) => `${title}, ${Math.round(100 * cut)} % seen: ${method}`),
  );
  const where = worse.length === 0 ? 'nowhere' : `here: ${worse.join('; ')}`;
  return (
    `the band aims at 90 % and reaches ${100 * AIM} % in ${reached} of ${cells.length} cells. ` +
    `Another method is better beyond chance ("WORSE") ${where}.`
  );
}

/** Our forecast that came out farthest from what was said, in spreads of its run. */
export function farthest(replays: readonly Replay[]): string {
  if (replays.length === 0) return 'none was made';
  const off = ({ said, truth, scale }: Replay): number => Math.abs(said.ours.value - truth) / scale;
  const { run, said, truth, cut } = replays.reduce((a, b) => (off(b) > off(a) ? b : a));
  const file = run.trim().split('/').slice(-2).join('/');
  return `${said.ours.value.toPrecision(3)} at ${Math.round(100 * cut)} % of ${file}, where ${truth.toPrecision(3)} came`;
}

/** How many replays saw nothing, or no more than three rows, of a change that was made on purpose. */
export function unforeseeable(
  replays: readonly Replay[],
  changedAt: (replay: Replay) => number | null,
): string {
  const unseen = replays.filter((replay) => (changedAt(replay) ?? -Infinity) >= replay.nearlyLast);
  return `${unseen.length} of ${replays.length}`;
}
