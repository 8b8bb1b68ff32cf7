import { blocksOf, smoothShapes, type Blocks, type SmoothShape } from './blocks';
import {
  ERRORS,
  FEWEST_ROWS,
  isWorth,
  pointsBetween,
  RANGE_SHARE,
  rangeOf,
  type Cut,
  type Points,
} from './cut';
import { levelStep } from './levelStep';
import { slopeBreak } from './slopeBreak';

/**
 * BIC lead over every smooth course: the place is given, not chosen among all. Simulated (3 rises × 4 noises × 2 places × 20
 * runs of 200 rows, ρ up to 0.9 with sampling noise on top): 3 of 480 runs that go on as they were are cut, all for slope.
 */
const LEAD = 6;

/**
 * Resumes at which the level or the slope of the reward breaks. Each is judged between its neighbours, so that one break
 * does not speak for another; the more there are, the more each has to lead.
 *
 * @param points the run
 * @param resumes first rows after a resume, ascending
 * @param end row before which they lie
 * @returns those that cut
 */
export function resumeCuts(points: Points, resumes: readonly number[], end: number): Cut[] {
  const lead = LEAD + 2 * Math.log(Math.max(1, resumes.length));
  let from = 0;
  return resumes.flatMap((row, i) => {
    const to = resumes.at(i + 1) ?? end;
    if (to - from < FEWEST_ROWS) return [];
    const part = pointsBetween(points, from, to);
    const blocks = blocksOf(part);
    const place = Math.floor((row - from - blocks.offset) / blocks.width);
    const found = breakAt(blocks, smoothShapes(blocks), place, lead);
    if (found === null) return [];
    from = row;
    return [{ kind: 'resume', row, ...found } as const];
  });
}

function breakAt(
  blocks: Blocks,
  shapes: readonly SmoothShape[],
  place: number,
  lead: number,
): Pick<Cut, 'jump' | 'slopes'> | null {
  const range = rangeOf(blocks.y);
  const step = levelStep(blocks, shapes, place);
  if (step !== null && step.lead >= lead && isWorth(step, range)) return { jump: step.jump };
  const bend = slopeBreak(blocks, shapes, place);
  if (bend === null || !(bend.lead >= lead && bend.leadOverElsewhere >= 0)) return null;
  if (bend.errors < ERRORS || bend.amount < RANGE_SHARE * range) return null;
  const perBlock = blocks.at[blocks.count - 1] / (blocks.count - 1);
  return { jump: 0, slopes: [bend.slopes[0] / perBlock, bend.slopes[1] / perBlock] };
}
