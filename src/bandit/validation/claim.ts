import type { Chart } from './svgChart';

/** How far a measured value may be from the predicted one. */
export type Tolerance =
  | { readonly kind: 'relative'; readonly within: number }
  | { readonly kind: 'absolute'; readonly within: number }
  | { readonly kind: 'at-least' };

/** One line of the validation table. */
export interface ClaimRow {
  /** What was varied, e.g. "β = 0.9, K = 4". */
  readonly setting: string;
  readonly predicted: number;
  readonly measured: number;
  readonly tolerance: Tolerance;
  readonly pass: boolean;
}

/** A statement of theory.md, tested in simulation. */
export interface Claim {
  /** File name of its picture, without ending. */
  readonly id: string;
  readonly title: string;
  /** How prediction and measurement come about; one plain paragraph. */
  readonly method: string;
  readonly rows: readonly ClaimRow[];
  readonly chart: Chart;
}

/** A row whose measured value must lie within a share of the predicted one. */
export function withinShare(setting: string, predicted: number, measured: number, within: number): ClaimRow {
  const pass = Math.abs(measured - predicted) <= within * Math.abs(predicted);
  return { setting, predicted, measured, tolerance: { kind: 'relative', within }, pass };
}

/** A row whose measured value must lie within a distance of the predicted one. */
export function withinDistance(
  setting: string,
  predicted: number,
  measured: number,
  within: number,
): ClaimRow {
  const pass = Math.abs(measured - predicted) <= within;
  return { setting, predicted, measured, tolerance: { kind: 'absolute', within }, pass };
}

/** A row whose measured value must not fall below the predicted one. */
export function atLeast(setting: string, predicted: number, measured: number): ClaimRow {
  return { setting, predicted, measured, tolerance: { kind: 'at-least' }, pass: measured >= predicted };
}

/** Whether every row holds; a claim without rows holds nothing. */
export function holds(claim: Claim): boolean {
  return claim.rows.length > 0 && claim.rows.every((row) => row.pass);
}

/** A tolerance in words, for the table. */
export function toleranceText(tolerance: Tolerance): string {
  if (tolerance.kind === 'at-least') return 'at least';
  return tolerance.kind === 'relative'
    ? `± ${Number((100 * tolerance.within).toPrecision(3))} %`
    : `± ${tolerance.within}`;
}
