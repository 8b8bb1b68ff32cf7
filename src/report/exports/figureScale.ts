import type { PictureTrack } from '../curvePicture';
import type { Figure } from './figure';

/** A range of values and where they lie on the paper, px. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The place of a value; beyond the range it lies beyond the frame. */
  readonly at: (value: number) => number;
}

/** Rises of the band that are no more than this share of the points' range outside it are shown. */
const ROOM = 0.5;
const TICKS = 6;

/**
 * The scale of the steps: from the first point to the horizon.
 *
 * @param figure what is drawn
 * @param left the frame's left edge, px
 * @param right its right edge, px
 */
export function stepScale({ reward: { steps }, picture }: Figure, left: number, right: number): Scale {
  const last = picture?.ahead?.steps.at(-1) ?? steps[steps.length - 1];
  return scaleOf(steps[0], Math.max(last, steps[steps.length - 1]), left, right);
}

/**
 * The scale of the rewards: all points, and curve and bands as far as they stay near them, so that a wide forecast does
 * not press the points flat.
 *
 * @param figure what is drawn
 * @param top the frame's top edge, px
 * @param bottom its bottom edge, px
 */
export function rewardScale({ reward: { values }, picture }: Figure, top: number, bottom: number): Scale {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const room = ROOM * (high - low || Math.abs(high) || 1);
  const drawn = [picture?.fit, picture?.ahead].flatMap((track) => (track ? endsOf(track) : []));
  const from = Math.max(low - room, Math.min(low, ...drawn));
  const to = Math.min(high + room, Math.max(high, ...drawn));
  const margin = 0.05 * (to - from || Math.abs(to) || 1);
  return scaleOf(from - margin, to + margin, bottom, top);
}

function endsOf({ reward, row, band }: PictureTrack): number[] {
  const rows = [reward, row?.low ?? [], row?.high ?? [], band?.low ?? [], band?.high ?? []].flat();
  const finite = rows.filter(Number.isFinite);
  return finite.length === 0 ? [] : [Math.min(...finite), Math.max(...finite)];
}

/**
 * A linear scale.
 *
 * @param from the first value
 * @param to the last value
 * @param start where the first lies, px
 * @param end where the last lies, px
 */
export function scaleOf(from: number, to: number, start: number, end: number): Scale {
  const width = to - from || 1;
  return { from, to, at: (value) => start + ((value - from) / width) * (end - start) };
}

/**
 * Round values inside a scale: 1, 2 or 5 times a power of ten apart.
 *
 * @param scale the scale
 * @param whole whether only whole numbers will do (steps)
 * @returns ascending values
 */
export function roundTicks({ from, to }: Scale, whole: boolean): number[] {
  const rough = Math.max((to - from) / TICKS, whole ? 1 : Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough));
  const spacing = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power;
  const first = Math.ceil(from / spacing);
  const count = Math.max(0, Math.floor(to / spacing) - first + 1);
  return Array.from({ length: count }, (_, i) => Number(((first + i) * spacing).toPrecision(12)));
}
