import { MAX_CELLS, MAX_COLUMNS, MAX_KEY_LENGTH } from './limits';
import { StepJoin } from './stepJoin';
import type { TableBuilder } from './tableBuilder';

const FIRST_CAPACITY = 1024;

/**
 * Values that a tracker keeps metric by metric, each with its time and step (MLflow, log-formats.md §21). They are put back
 * into the order of their times, so that a resume goes back for all metrics at once, and joined into one row per step. A
 * metric logged twice in a row at one step keeps the newer value; one that never names a step (all are 0) is numbered.
 */
export class TimedMetrics {
  private readonly names: string[] = [];
  private readonly known = new Map<string, number>();
  private length = 0;
  private metrics = new Int32Array(FIRST_CAPACITY);
  private times = new Float64Array(FIRST_CAPACITY);
  private steps = new Float64Array(FIRST_CAPACITY);
  private values = new Float64Array(FIRST_CAPACITY);
  private refused = 0;
  private keysRefused = 0;

  /** One value; `time` is in milliseconds since 1970. */
  add(name: string, time: number, step: number, value: number): void {
    const metric = this.metricOf(name);
    if (metric === null) return;
    if (this.length >= MAX_CELLS) {
      this.refused++;
      return;
    }
    if (this.length === this.metrics.length) this.grow();
    const at = this.length++;
    this.metrics[at] = metric;
    this.times[at] = time;
    this.steps[at] = step;
    this.values[at] = value;
  }

  /** How many values there are. */
  get size(): number {
    return this.length;
  }

  /** All values so far as rows, by step; with sentences about limits and about metrics without steps. */
  build(): { readonly table: TableBuilder; readonly notes: readonly string[] } {
    const { metrics, steps, times, values } = this;
    const order = Int32Array.from({ length: this.length }, (_, i) => i).sort(
      (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b,
    );
    const unnumbered = this.withoutSteps();
    const counts = new Int32Array(this.names.length);
    const superseded = this.superseded(order, unnumbered);
    const join = new StepJoin();
    for (const at of order) {
      const metric = metrics[at] ?? 0;
      const count = (counts[metric] = (counts[metric] ?? 0) + 1) - 1;
      if (superseded.has(at)) continue;
      const column = join.column(this.names[metric] ?? '');
      const step = unnumbered.has(metric) ? count : (steps[at] ?? 0);
      if (column !== null) join.add(column, step, values[at] ?? NaN, (times[at] ?? NaN) / 1000);
    }
    return { table: join.build(), notes: [...this.notes(unnumbered.size), ...join.notes()] };
  }

  /** Metrics with several values, all at step 0: nobody gave them a step. */
  private withoutSteps(): ReadonlySet<number> {
    const counts = new Int32Array(this.names.length);
    const stepped = new Set<number>();
    for (let at = 0; at < this.length; at++) {
      const metric = this.metrics[at] ?? 0;
      counts[metric] = (counts[metric] ?? 0) + 1;
      if (this.steps[at] !== 0) stepped.add(metric);
    }
    return new Set([...counts.keys()].filter((metric) => (counts[metric] ?? 0) > 1 && !stepped.has(metric)));
  }

  /** Values that the next one of the same metric replaces: it has the same step. */
  private superseded(order: Int32Array, unnumbered: ReadonlySet<number>): ReadonlySet<number> {
    const last = new Map<number, number>();
    const found = new Set<number>();
    for (const at of order) {
      const metric = this.metrics[at] ?? 0;
      const before = last.get(metric);
      last.set(metric, at);
      if (before === undefined || unnumbered.has(metric)) continue;
      if (this.steps[before] === this.steps[at]) found.add(before);
    }
    return found;
  }

  private metricOf(name: string): number | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (name.length > MAX_KEY_LENGTH || this.names.length >= MAX_COLUMNS) {
      this.keysRefused++;
      return null;
    }
    this.known.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  private notes(unnumbered: number): string[] {
    const notes: string[] = [];
    if (unnumbered > 0)
      notes.push(
        `${unnumbered} metric${unnumbered === 1 ? ' was' : 's were'} logged without steps: their values are numbered in the order of their times.`,
      );
    if (this.keysRefused > 0)
      notes.push(
        `More than ${MAX_COLUMNS} metrics (or names over ${MAX_KEY_LENGTH} characters): ${this.keysRefused} values under others left out.`,
      );
    if (this.refused > 0) notes.push(`More than ${MAX_CELLS} values: ${this.refused} further ones left out.`);
    return notes;
  }

  private grow(): void {
    const size = this.length * 2;
    this.metrics = enlarged(this.metrics, new Int32Array(size));
    this.times = enlarged(this.times, new Float64Array(size));
    this.steps = enlarged(this.steps, new Float64Array(size));
    this.values = enlarged(this.values, new Float64Array(size));
  }
}

function enlarged<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
