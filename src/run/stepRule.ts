import type { Column } from './column';

/** Steps, values and table rows of a series; steps ascending and unique. */
export interface StepSeries {
  readonly steps: Float64Array;
  readonly values: Float64Array;
  /** The first table row behind each step. */
  readonly rows: Int32Array;
}

/** A place in the file where the steps go back: training was resumed from a checkpoint. */
export interface Resume {
  /** The row that goes back, and its step. */
  readonly row: number;
  readonly step: number;
  /** The last reward row before it, and its step. */
  readonly previousRow: number;
  readonly previousStep: number;
}

/** What the step rule makes of the reward rows. */
export interface StepRuleResult {
  readonly series: StepSeries;
  readonly resumes: readonly Resume[];
  /** Rows of one step averaged away: of k consecutive rows with one step, k − 1. */
  readonly averaged: number;
  /** Rows that a later resume replaced. */
  readonly replaced: number;
}

/** Steps while they grow; rows of one step share an entry. */
class GrowingSteps {
  readonly steps: number[] = [];
  readonly means: number[] = [];
  readonly counts: number[] = [];
  readonly rows: number[] = [];

  get last(): number {
    return this.steps.at(-1) ?? -Infinity;
  }

  add(row: number, step: number, value: number): void {
    const at = this.steps.length - 1;
    if (at >= 0 && this.steps[at] === step) {
      const count = (this.counts[at] ?? 0) + 1;
      const mean = this.means[at] ?? 0;
      // Not a sum: rewards near the largest double would overflow it.
      this.means[at] = mean + (value / count - mean / count);
      this.counts[at] = count;
      return;
    }
    this.steps.push(step);
    this.means.push(value);
    this.counts.push(1);
    this.rows.push(row);
  }

  /** Removes the entries from this step on that `drop` approves of; gives how many rows they stood for. */
  cut(step: number, drop: (row: number, step: number) => boolean): number {
    let from = this.steps.length;
    while (from > 0 && (this.steps[from - 1] ?? 0) >= step) from--;
    const tail = this.steps.slice(from).map((value, i) => ({
      step: value,
      mean: this.means[from + i] ?? NaN,
      count: this.counts[from + i] ?? 0,
      row: this.rows[from + i] ?? 0,
    }));
    for (const list of [this.steps, this.means, this.counts, this.rows]) list.length = from;
    let removed = 0;
    for (const entry of tail)
      if (drop(entry.row, entry.step)) removed += entry.count;
      else {
        this.steps.push(entry.step);
        this.means.push(entry.mean);
        this.counts.push(entry.count);
        this.rows.push(entry.row);
      }
    return removed;
  }

  result(): StepSeries {
    return {
      steps: Float64Array.from(this.steps),
      values: Float64Array.from(this.means),
      rows: Int32Array.from(this.rows),
    };
  }
}

/**
 * The step rule (theory.md §2): consecutive rows with one step are averaged; a step that goes back is a resume and
 * replaces every row from that step on. A reward that is NaN or infinite gives no value, but its step may go back like
 * any other: a run resumed after it blew up often starts with one.
 *
 * @param rows table rows that carry the reward and a step, in file order
 * @param steps their steps, finite
 * @param values their rewards, reward units; not all finite
 * @returns the series of finite rewards, the resumes, and what was averaged or replaced (finite rewards, in rows)
 */
export function applyStepRule(rows: Int32Array, steps: Float64Array, values: Float64Array): StepRuleResult {
  if (ascends(steps) && values.every(Number.isFinite))
    return { series: { steps, values, rows }, resumes: [], averaged: 0, replaced: 0 };
  const growing = new GrowingSteps();
  const resumes: Resume[] = [];
  let replaced = 0;
  let finite = 0;
  let previous = { row: -1, step: -Infinity };
  rows.forEach((row, i) => {
    const step = steps[i] ?? 0;
    const value = values[i] ?? NaN;
    if (step < previous.step) {
      replaced += growing.cut(step, () => true);
      resumes.push({ row, step, previousRow: previous.row, previousStep: previous.step });
    }
    previous = { row, step };
    if (!Number.isFinite(value)) return;
    growing.add(row, step, value);
    finite++;
  });
  const series = growing.result();
  const averaged = finite - replaced - series.steps.length;
  return { series, resumes, averaged, replaced };
}

/**
 * Another metric under the reward's resumes: what a resume replaced is gone here too, and within the metric the same
 * rule holds (its rows may come from a process that runs ahead of or behind the reward's).
 */
export function followResumes(column: Column, stepOf: Float64Array, resumes: readonly Resume[]): StepSeries {
  const plain = resumes.length === 0 ? plainSeries(column, stepOf) : null;
  if (plain !== null) return plain;
  const growing = new GrowingSteps();
  let next = 0;
  column.rows.forEach((row, i) => {
    const step = stepOf[row] ?? NaN;
    const value = column.values[i] ?? NaN;
    for (; next < resumes.length && (resumes[next]?.row ?? 0) <= row; next++) purge(growing, resumes[next]);
    if (!Number.isFinite(step) || !Number.isFinite(value)) return;
    if (step < growing.last) growing.cut(step, () => true);
    growing.add(row, step, value);
  });
  for (; next < resumes.length; next++) purge(growing, resumes[next]);
  return growing.result();
}

/** Nearly every column is finite and ascends: then nothing has to be merged, and its arrays serve as they are. */
function plainSeries(column: Column, stepOf: Float64Array): StepSeries | null {
  const { rows, values } = column;
  const steps = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (!Number.isFinite(values[i])) return null;
    steps[i] = stepOf[rows[i] ?? 0] ?? NaN;
  }
  return ascends(steps) ? { steps, values, rows } : null;
}

function ascends(steps: Float64Array): boolean {
  for (let i = 0; i < steps.length; i++)
    if (!((steps[i] ?? NaN) > (i === 0 ? -Infinity : (steps[i - 1] ?? NaN)))) return false;
  return !steps.includes(Infinity);
}

/** Rows between the last old reward and the first new one belong to the new part if their step went back as well. */
function purge(growing: GrowingSteps, resume: Resume | undefined): void {
  if (resume === undefined) return;
  growing.cut(resume.step, (row, step) => row <= resume.previousRow || step >= resume.previousStep);
}
