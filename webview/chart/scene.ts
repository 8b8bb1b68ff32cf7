import type { Surface } from './annotations';
import type { Drawn, Line } from './datasets';
import type { Look } from './look';
import type { Palette } from './palette';
import type { Range } from './range';

/** What a chart draws: one run with all that is known of it, or several over each other. Data units throughout. */
export interface Scene {
  readonly full: Range;
  readonly height: Range;
  /** Lowest and highest value as logged. */
  readonly logged: Range;
  readonly yTitle: string;
  /** Rows of labels above the data, on so many pixels. */
  readonly headRows: (width: number) => number;
  /** Lines and points, the first on top. */
  readonly lines: (look: Look, palette: Palette) => { readonly lines: Line[]; readonly drawn: Drawn };
  /** What lies under them; `height` is in view. */
  readonly under: (surface: Surface, height: Range) => void;
  /** What lies over them. */
  readonly over: (surface: Surface, height: Range) => void;
}
