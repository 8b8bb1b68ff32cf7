import type { Times } from '../times';
import type { ShapeQuantity } from '../derived';
import type { CurveName } from '../fit';
import type { StartRow } from '../startGrid';

/** Limits of the search, in search coordinates (logarithms, or the midpoint itself); part of the model. */
export interface ShapeBox {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What the box depends on: the observed span and the median stride, in logged steps. */
export interface Window {
  readonly span: number;
  readonly stride: number;
}

/** The two constants in which every curve is linear. */
export interface Ends {
  readonly R0: number;
  readonly plateau: number;
}

/** What a sum of squares needs of a curve: R(t) = plateau − (plateau − R₀) φ(t; shape). */
export interface Family {
  /** How many shape constants (0, 1 or 2); R₀ and plateau, in which the curve is linear, are not counted. */
  readonly shapes: number;
  /** Limits of the shape constants for a log that was observed through this window. */
  readonly box: (window: Window) => ShapeBox;
  /**
   * Fill `phi` with φ(t) − offset and, where wanted, `slopes` with its derivatives by the search coordinates.
   * Returns the offset, 0 or 1, chosen so that a φ close to 1 keeps its digits.
   */
  readonly fill: (
    times: Times,
    shape: readonly number[],
    phi: Float64Array,
    slopes: readonly Float64Array[] | null,
  ) => number;
  /** True where the curve follows the run's rows and is not smooth between them: no sum over it may be compressed. */
  readonly onlyAtRows?: boolean;
}

/**
 * One curve of the Report. All have the form R(t) = plateau − (plateau − R0) φ(t; shape), so that only one or two
 * shape constants need searching; φ is the share of the rise that remains. To add a curve, write one such object and
 * enter it in `curveTable.ts`.
 */
export interface Curve extends Family {
  readonly name: CurveName;
  /** Index of the shape constant whose lower limit is the curve's definition, not an end of the search; or null. */
  readonly ownLimit: number | null;
  /** The constants by their names in the Report. */
  readonly constants: (ends: Ends, shape: readonly number[]) => Readonly<Record<string, number>>;
  /** The search coordinates behind named constants. */
  readonly shape: (constants: Readonly<Record<string, number>>) => readonly number[];
  /** What the shape constants mean (see `Derived`); nothing for a rival without mechanism. */
  readonly derived: (shape: readonly number[]) => Readonly<Partial<Record<ShapeQuantity, number>>>;
  /** Where a search begins: see `startGrid.ts`. */
  readonly starts: (window: Window) => readonly StartRow[];
  /** Shapes along one constant at which a search looks first, where no profile can be tabulated; `starts` is then empty. */
  readonly scan?: (window: Window) => readonly (readonly number[])[];
  /** Shapes from curves that are nested in this one, by which it can never be worse than they are. */
  readonly nested: (fitted: ReadonlyMap<CurveName, readonly number[]>, box: ShapeBox) => readonly number[][];
}
