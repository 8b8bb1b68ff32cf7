import type { Interval } from '../../src/dynamics/fit';
import type { DrawnBand, DrawnBands } from './drawnBands';
import type { DrawnFinding } from './drawnFindings';
import type { Range } from './range';

/** A point in data units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A fitted curve as line segments: over the data it was fitted to, and carried on beyond the last row. */
export interface DrawnCurve {
  readonly label: string;
  readonly fitted: readonly Point[];
  readonly ahead: readonly Point[];
  /** Height at a step; null outside what the curve describes. */
  readonly at: (step: number) => number | null;
}

/** The plateau's line, band and label. */
export interface DrawnPlateau {
  readonly value: number;
  readonly interval: Interval | null;
  readonly label: string;
}

/** A point with a name: on the curve, or, for the last row, where it was logged. */
export interface Marker extends Point {
  readonly kind: 'fastest' | 'rise95' | 'last' | 'horizon';
  readonly label: string;
}

/** A place where the run is cut. */
export interface DrawnCut {
  readonly x: number;
  readonly label: string;
}

/** Everything the chart draws, in data units; no colours, no pixels. */
export interface Picture {
  readonly steps: readonly number[];
  readonly rewards: readonly number[];
  /** First and last step the fit speaks of; null before a fit. */
  readonly segment: Range | null;
  readonly full: Range;
  readonly height: Range;
  /** Lowest and highest reward as logged. */
  readonly logged: Range;
  readonly fit: DrawnCurve | null;
  readonly rival: DrawnCurve | null;
  /** The 95 % bands around the fit; null where the host sent none. */
  readonly bands: DrawnBands | null;
  /** What is expected beyond the last row; null where the fit alone is carried on. */
  readonly forecast: readonly Point[] | null;
  readonly plateau: DrawnPlateau | null;
  readonly markers: readonly Marker[];
  /** Where one curve ends and another begins. */
  readonly cuts: readonly DrawnCut[];
  /** Where failures were seen. */
  readonly findings: readonly DrawnFinding[];
  /** What would have been said at an earlier step; null where nobody asks. */
  readonly replay: DrawnReplay | null;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** What would have been said at an earlier step, as the chart draws it. */
export interface DrawnReplay {
  /** The step itself: it stands before the answer is there. */
  readonly line: DrawnCut;
  readonly fitted: readonly Point[];
  readonly ahead: readonly Point[];
  /** 95 % of single rows, from that step on. */
  readonly band: DrawnBand | null;
}
