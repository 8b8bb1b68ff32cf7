import { jitterFor, type WhatIfJitter } from '../../src/dynamics/whatIf/whatIfJitter';
import { marginFor, type WhatIfMargin } from '../../src/dynamics/whatIf/whatIfMargin';
import { pathFor, type WhatIfTrack } from '../../src/dynamics/whatIf/whatIfPath';
import { ownChoice, type WhatIfChoice } from '../../src/dynamics/whatIf/whatIfRun';
import type { WhatIf } from '../../src/report/whatIfOf';

/** All that is told of one choice. */
export interface Outcome {
  readonly choice: WhatIfChoice;
  readonly margin: WhatIfMargin | null;
  readonly jitter: WhatIfJitter;
  readonly track: WhatIfTrack | null;
}

/** Steps at which a trajectory is told: a pixel or two apart. */
const PLACES = 240;
/** How far beyond the last row, as a share of the rows: a slower run needs longer. */
const ONWARD = 0.5;

/** The steps of the trajectories: from the segment's first to half as far again as its last. */
export function placesOf({ run: { path } }: WhatIf): readonly number[] {
  if (path === null) return [];
  const { first, last } = path;
  const end = last + ONWARD * (last - first);
  return Array.from({ length: PLACES + 1 }, (_, i) => first + ((end - first) * i) / PLACES);
}

/** What a choice would give. */
export function outcomeOf({ run }: WhatIf, choice: WhatIfChoice, steps: readonly number[]): Outcome {
  return {
    choice,
    margin: marginFor(run, choice),
    jitter: jitterFor(run, choice),
    track: pathFor(run, choice, steps),
  };
}

/** What the run's own settings give. */
export function ownOutcome(base: WhatIf, steps: readonly number[]): Outcome {
  return outcomeOf(base, ownChoice(base.run), steps);
}
