/** One axis of a chart. */
export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Logarithmic; `from` and `to` are then positive. */
  readonly log?: boolean;
}

/** Where a value lies between the axis' ends, 0 to 1; NaN outside them, so that nothing is drawn over the frame. */
export function place(axis: Axis, value: number): number {
  const scale = axis.log === true ? Math.log : (x: number) => x;
  const share = (scale(value) - scale(axis.from)) / (scale(axis.to) - scale(axis.from));
  return share >= -1e-9 && share <= 1 + 1e-9 ? share : NaN;
}

/** An axis that holds all the values, with a little room; `log` needs positive ones. */
export function axisOver(label: string, values: readonly ArrayLike<number>[], log = false): Axis {
  let from = Infinity;
  let to = -Infinity;
  for (const list of values)
    for (let i = 0; i < list.length; i++) {
      from = Math.min(from, list[i]);
      to = Math.max(to, list[i]);
    }
  if (log) return { label, from: from / 1.15, to: to * 1.15, log };
  const room = 0.04 * (to - from || 1);
  return { label, from: from - room, to: to + room };
}

/** Round values along the axis: 1, 2 or 5 times a power of ten. */
export function axisTicks(axis: Axis): number[] {
  return axis.log === true ? logTicks(axis) : linearTicks(axis);
}

/** A tick's label, without the digits that rounding adds. */
export function tickLabel(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded !== 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : String(rounded);
}

function linearTicks({ from, to }: Axis): number[] {
  const rough = (to - from) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? 10 * power;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step);
}

function logTicks({ from, to }: Axis): number[] {
  const decades = Math.log10(to / from);
  const multiples = decades > 3 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let e = Math.floor(Math.log10(from)); e <= Math.ceil(Math.log10(to)); e++)
    for (const m of multiples) if (m * 10 ** e >= from && m * 10 ** e <= to) ticks.push(m * 10 ** e);
  return ticks;
}
