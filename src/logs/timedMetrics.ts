import { t } from '@vscode/l10n';
import { MAX_COLUMNS, MAX_KEY_LENGTH, MAX_TIMED_VALUES } from './limits';
import { StepJoin } from './stepJoin';
import type { TableBuilder } from './tableBuilder';
import { saltOf, staysByStep, thinnedNote } from './thinning';

const FIRST_CAPACITY = 1024;

/** One metric as far as it has been logged. */
interface Metric {
  readonly name: string;
  count: number;
  lastStep: number;
  /** How often its step has gone back. */
  attempt: number;
  salt: number;
  hasSteps: boolean;
}

/**
 * Values that a tracker keeps metric by metric, each with its time and step (MLflow, log-formats.md §21). They are put back
 * into the order of their times, so that a resume goes back for all metrics at once, and joined into one row per step. A
 * metric logged twice in a row at one step keeps the newer value; one that never names a step (all are 0) is numbered.
 */
export class TimedMetrics {
  private readonly named: Metric[] = [];
  private readonly known = new Map<string, number>();
  private length = 0;
  private metrics = new Int32Array(FIRST_CAPACITY);
  private times = new Float64Array(FIRST_CAPACITY);
  private steps = new Float64Array(FIRST_CAPACITY);
  private values = new Float64Array(FIRST_CAPACITY);
  private salts = new Int32Array(FIRST_CAPACITY);
  private ordinals = new Int32Array(FIRST_CAPACITY);
  private level = 0;
  private keysRefused = 0;
  private readonly most: number;

  /** `most` values are held before steps are thinned. */
  constructor(most = MAX_TIMED_VALUES) {
    this.most = most;
  }

  /** One value; `time` is in milliseconds since 1970. */
  add(name: string, time: number, step: number, value: number): void {
    const index = this.indexOf(name);
    const metric = index === null ? undefined : this.named[index];
    if (index === null || metric === undefined) return;
    const ordinal = follow(metric, step);
    if (this.length >= this.most) this.thin();
    if (this.level > 0 && !staysByStep(step, metric.salt, this.level)) return;
    if (this.length === this.metrics.length) this.grow();
    const at = this.length++;
    this.metrics[at] = index;
    this.times[at] = time;
    this.steps[at] = step;
    this.values[at] = value;
    this.salts[at] = metric.salt;
    this.ordinals[at] = ordinal;
  }

  /** How many values there are. */
  get size(): number {
    return this.length;
  }

  /** All values so far as rows, by step; with sentences about limits and about metrics without steps. */
  build(): { readonly table: TableBuilder; readonly notes: readonly string[] } {
    const { metrics, steps, times, values, ordinals } = this;
    const order = Int32Array.from({ length: this.length }, (_, i) => i).sort(
      (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b,
    );
    const unnumbered = this.withoutSteps();
    const counts = new Int32Array(this.named.length);
    const superseded = this.superseded(order, unnumbered);
    const join = new StepJoin();
    for (const at of order) {
      const metric = metrics[at] ?? 0;
      const count = (counts[metric] = (counts[metric] ?? 0) + 1) - 1;
      if (superseded.has(at)) continue;
      const column = join.column(this.named[metric]?.name ?? '');
      const place = this.level === 0 ? count : (ordinals[at] ?? 0);
      const step = unnumbered.has(metric) ? place : (steps[at] ?? 0);
      if (column !== null) join.add(column, step, values[at] ?? NaN, (times[at] ?? NaN) / 1000);
    }
    return { table: join.build(), notes: [...this.notes(unnumbered.size), ...join.notes()] };
  }

  /** Metrics with several values, all at step 0: nobody gave them a step. */
  private withoutSteps(): ReadonlySet<number> {
    const found = this.named.flatMap(({ count, hasSteps }, index) => (count > 1 && !hasSteps ? [index] : []));
    return new Set(found);
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

  private indexOf(name: string): number | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (name.length > MAX_KEY_LENGTH || this.named.length >= MAX_COLUMNS) {
      this.keysRefused++;
      return null;
    }
    this.known.set(name, this.named.length);
    return (
      this.named.push({ name, count: 0, lastStep: NaN, attempt: 0, salt: saltOf(0), hasSteps: false }) - 1
    );
  }

  private notes(unnumbered: number): string[] {
    const notes: string[] = [];
    if (unnumbered > 0)
      notes.push(
        unnumbered === 1
          ? t(
              '{0} metric was logged without steps: their values are numbered in the order of their times.',
              unnumbered,
            )
          : t(
              '{0} metrics were logged without steps: their values are numbered in the order of their times.',
              unnumbered,
            ),
      );
    if (this.keysRefused > 0)
      notes.push(
        t(
          'More than {0} metrics (or names over {1} characters): {2} values under others left out.',
          ...[MAX_COLUMNS, MAX_KEY_LENGTH, this.keysRefused],
        ),
      );
    if (this.level > 0) notes.push(thinnedNote(t('Steps of more than {0} values', this.most), this.level));
    return notes;
  }

  /** Keeps half of the steps, and takes half as many from here on. */
  private thin(): void {
    this.level++;
    const { metrics, times, steps, values, salts, ordinals, level } = this;
    let kept = 0;
    for (let at = 0; at < this.length; at++) {
      if (!staysByStep(steps[at] ?? 0, salts[at] ?? 0, level)) continue;
      for (const list of [metrics, times, steps, values, salts, ordinals]) list[kept] = list[at] ?? NaN;
      kept++;
    }
    this.length = kept;
  }

  private grow(): void {
    const size = this.length * 2;
    this.metrics = enlarged(this.metrics, new Int32Array(size));
    this.times = enlarged(this.times, new Float64Array(size));
    this.steps = enlarged(this.steps, new Float64Array(size));
    this.values = enlarged(this.values, new Float64Array(size));
    this.salts = enlarged(this.salts, new Int32Array(size));
    this.ordinals = enlarged(this.ordinals, new Int32Array(size));
  }
}

/** Takes note of one value more; gives how many of the metric were before it. */
function follow(metric: Metric, step: number): number {
  if (step < metric.lastStep) metric.attempt++;
  metric.salt = step === metric.lastStep ? metric.salt + 1 : saltOf(metric.attempt);
  metric.lastStep = step;
  metric.hasSteps ||= step !== 0;
  return metric.count++;
}

function enlarged<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
