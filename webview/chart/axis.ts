import { formatNumber, formatStep } from '../../src/report/formatNumber';
import type { TimeAxis } from '../../src/report/timeAxes';
import { niceTicks } from './niceTicks';
import { stepTicks } from './stepTicks';
import { durationText, timeUnit, tokenText } from './timeText';

/** What the horizontal axis counts. Everything is kept in steps; only where it is drawn differs. */
export interface Axis {
  readonly kind: 'step' | TimeAxis['kind'];
  readonly title: string;
  /** Place of a step on the axis. */
  readonly of: (step: number) => number;
  /** The step at a place. */
  readonly stepAt: (place: number) => number;
  /** Places of the ticks between two places, on so many pixels. */
  readonly ticks: (low: number, high: number, width: number) => number[];
  /** A place in words. */
  readonly text: (place: number) => string;
}

/** The logged step itself. */
export function stepAxis(title: string): Axis {
  const same = (value: number): number => value;
  const ticks = (low: number, high: number, width: number): number[] => stepTicks([low, high], width);
  return { kind: 'step', title, of: same, stepAt: same, ticks, text: formatStep };
}

/** An axis the log has beside its step; beyond its ends it goes on as it went over the last tenth. */
export function axisFrom({ kind, title, steps, values }: TimeAxis): Axis {
  return {
    of: (step) => along(steps, values, step),
    stepAt: (place) => along(values, steps, place),
    ...wordsOf(kind, title, values[values.length - 1] - values[0]),
  };
}

/** An axis whose places are what is drawn already: several runs share it, each of which has come to a place at a step of its own. */
export function sharedAxis(kind: TimeAxis['kind'], title: string, width: number): Axis {
  const same = (place: number): number => place;
  return { of: same, stepAt: same, ...wordsOf(kind, title, width) };
}

function wordsOf(kind: TimeAxis['kind'], title: string, width: number): Omit<Axis, 'of' | 'stepAt'> {
  const unit = kind === 'time' ? timeUnit(width) : 1;
  const text = (place: number): string =>
    kind === 'time'
      ? durationText(place, unit)
      : kind === 'tokens'
        ? tokenText(place)
        : formatNumber(place, 4);
  return {
    kind,
    title,
    ticks: (low, high, width) =>
      niceTicks(low / unit, high / unit, Math.min(9, Math.max(2, width / 76))).map((tick) => tick * unit),
    text,
  };
}

/** The straight line between the neighbours of `x`; beyond either end at the slope of the tenth there. */
function along(xs: readonly number[], ys: readonly number[], x: number): number {
  const last = xs.length - 1;
  const tenth = Math.max(1, Math.floor(last / 10));
  if (x <= xs[0]) return line(xs, ys, 0, tenth, x);
  if (x >= xs[last]) return line(xs, ys, last, last - tenth, x);
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  return line(xs, ys, low, high, x);
}

function line(xs: readonly number[], ys: readonly number[], from: number, to: number, x: number): number {
  const width = xs[to] - xs[from];
  return width === 0 ? ys[from] : ys[from] + ((ys[to] - ys[from]) * (x - xs[from])) / width;
}
