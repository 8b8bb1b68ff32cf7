/** How a run is told from the others: its colour, and, for whoever sees none, its dash and its marker. */
export interface RunLook {
  /** Number of the colour; the style sheet's `run-…` class has the same. */
  readonly colour: number;
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'triangle' | 'rect' | 'rectRot';
}

/** The theme's colours for runs, without its prefix. Not orange: it is translucent in some themes. */
export const RUN_COLOURS = [
  'charts-blue',
  'charts-red',
  'charts-green',
  'charts-purple',
  'charts-yellow',
  'charts-foreground',
] as const;

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2]] as const;
const MARKERS = ['circle', 'triangle', 'rect', 'rectRot'] as const;

/** The look of the run at this place. Numbers without a common divisor: no two of the first sixty are alike. */
export function runLook(place: number): RunLook {
  return {
    colour: place % RUN_COLOURS.length,
    dash: DASHES[place % DASHES.length],
    marker: MARKERS[place % MARKERS.length],
  };
}
